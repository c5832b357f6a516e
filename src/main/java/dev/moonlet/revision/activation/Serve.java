package dev.moonlet.revision.activation;

import dev.moonlet.revision.Retirement;
import dev.moonlet.revision.Revision;
import dev.moonlet.revision.RevisionListener;
import dev.moonlet.revision.Revisions;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts a revision in the place of the one that is served, or keeps it from there. */
@Component
final class Serve {

    private static final Logger LOG = LoggerFactory.getLogger(Serve.class);

    private final Revisions revisions;
    private final List<Retirement> retirements;
    private final RevisionListener listener;

    Serve(Revisions revisions, List<Retirement> retirements, RevisionListener listener) {
        this.revisions = revisions;
        this.retirements = retirements;
        this.listener = listener;
    }

    /** What is served, or empty. */
    String current() {
        return revisions.isServing() ? revisions.current().id() : "";
    }

    Revision revision() {
        return revisions.current();
    }

    /** What the source has and is not served, or empty. */
    String refused() {
        return revisions.refused().map(Revision::id).orElse("");
    }

    /** The source has this one: if another is refused, that is over. */
    void wanted(String id) {
        revisions.wanted(id);
    }

    /** The swap. */
    void serve(Revision next) {
        Revision last = revisions.swap(next);
        LOG.info(
                "Revision {} of {} is served: {} routes, {} problems",
                next.id(),
                next.bundle().origin(),
                next.served().size(),
                next.report().problems().size());
        listener.activated(next);
        retire(last);
    }

    /** What the source has is not served, for the report says why. */
    void refuse(Revision refused) {
        LOG.error(
                "Revision {} of {} is refused; what is served is {}",
                refused.id(),
                refused.bundle().origin(),
                current().isEmpty() ? "nothing" : current());
        revisions.refuse(refused);
        retire(refused);
    }

    /** Lets go of what is not served any more, or never was. */
    void retire(Revision revision) {
        retirements.forEach(retirement -> retirement.retire(revision));
    }
}
