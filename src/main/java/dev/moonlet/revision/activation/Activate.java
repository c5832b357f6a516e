package dev.moonlet.revision.activation;

import dev.moonlet.revision.Bundle;
import dev.moonlet.revision.Fetched;
import dev.moonlet.revision.Prepare;
import dev.moonlet.revision.Revision;
import dev.moonlet.revision.RevisionListener;
import dev.moonlet.revision.history.Activation;
import dev.moonlet.revision.history.Choice;
import dev.moonlet.revision.history.History;
import dev.moonlet.revision.history.HistoryFailed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes revisions and has them served. What is served is written down first, so that it can be
 * restored; nothing is served that can't be.
 */
@Component
final class Activate {

    private static final Logger LOG = LoggerFactory.getLogger(Activate.class);

    private final Prepare prepare;
    private final History history;
    private final Serve serve;
    private final RevisionListener listener;
    private final InstanceProperties instance;
    private final Clock clock;

    Activate(
            Prepare prepare,
            History history,
            Serve serve,
            RevisionListener listener,
            InstanceProperties instance,
            Clock clock) {
        this.prepare = prepare;
        this.history = history;
        this.serve = serve;
        this.listener = listener;
        this.instance = instance;
        this.clock = clock;
    }

    /** Serves what the source has, unless it is refused. */
    Revision take(Fetched fetched, Duration took, Choice choice) {
        Revision next = prepared(fetched, took);
        record(
                next,
                () -> {
                    history.keep(next);
                    if (!next.report().refused()) {
                        history.followed(activation(next.id(), Cause.SOURCE), choice);
                    }
                });
        put(next);
        prune();
        return next;
    }

    /** The same where nothing is served and there is no database: it is written down later. */
    void takeUnkept(Fetched fetched, Duration took) {
        put(prepared(fetched, took));
    }

    /** Writes down a revision that is served next, or refused. */
    void keep(Revision revision) {
        history.keep(revision);
        if (!revision.report().refused()) {
            history.activated(activation(revision.id(), Cause.SOURCE));
        }
    }

    /** What can't be written down is not served. */
    private void record(Revision next, Runnable writing) {
        try {
            writing.run();
        } catch (RuntimeException unkept) {
            serve.retire(next);
            throw unkept;
        }
    }

    private void put(Revision next) {
        if (next.report().refused()) {
            serve.refuse(next);
        } else {
            serve.serve(next);
        }
    }

    /** Forgets the oldest; if that can't be done, it is the next time. */
    private void prune() {
        try {
            history.prune();
        } catch (HistoryFailed failed) {
            LOG.warn("{}", failed.getMessage());
        }
    }

    /** Serves one that was kept; what is chosen by it is written down. */
    Revision choose(Bundle bundle, Choice choice, Cause cause) throws Unfit {
        Revision next = fit(bundle);
        record(next, () -> history.choose(choice, activation(next.id(), cause)));
        serve.serve(next);
        return next;
    }

    /** Serves one that was kept, as another instance or an earlier run did. */
    Revision restore(Bundle bundle, Cause cause) throws Unfit {
        Revision next = fit(bundle);
        record(next, () -> history.activated(activation(next.id(), cause)));
        serve.serve(next);
        return next;
    }

    /** What is written down of it when a revision is served from now on. */
    Activation activation(String revision, Cause cause) {
        return new Activation(
                0,
                revision,
                before(revision),
                cause.who(),
                cause.why(),
                cause.kind(),
                instance.name(),
                clock.instant());
    }

    /** What is served now or, at a start, was served last. */
    private String before(String revision) {
        String current = serve.current();
        return current.isEmpty() || current.equals(revision)
                ? history.last().map(Activation::revision).orElse("")
                : current;
    }

    private Revision fit(Bundle bundle) throws Unfit {
        Revision next = prepared(new Fetched(bundle, List.of()), Duration.ZERO);
        if (next.report().refused()) {
            serve.retire(next);
            throw new Unfit(next);
        }
        return next;
    }

    private Revision prepared(Fetched fetched, Duration took) {
        Revision next = prepare.prepare(fetched, took);
        listener.prepared(next);
        next.report()
                .problems()
                .forEach(problem -> LOG.warn("revision {}: {}", next.id(), problem));
        return next;
    }
}
