package dev.moonlet.revision;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Holds the revision that is served. */
@Component
public final class Revisions {

    private final Revision nothing;
    private volatile Revision current;
    private volatile Optional<Revision> refused = Optional.empty();

    Revisions(Prepare prepare) {
        nothing = prepare.nothing();
        current = nothing;
    }

    /** What a request that comes now is answered by until its end. */
    public Revision current() {
        return current;
    }

    /** Whether there is something to serve. */
    public boolean isServing() {
        return current != nothing;
    }

    /** The one that would be served, were it not refused. */
    public Optional<Revision> refused() {
        return refused;
    }

    public void refuse(Revision revision) {
        refused = Optional.of(revision);
    }

    /** Forgets what is refused, unless it is this one: something else would be served. */
    public void wanted(String id) {
        refused = refused.filter(each -> each.id().equals(id));
    }

    /** Serves another from now on, and returns the one that was. */
    public Revision swap(Revision next) {
        Revision last = current;
        current = next;
        refused = refused.filter(each -> !each.id().equals(next.id()));
        return last;
    }
}
