package dev.moonlet.revision.activation;

import dev.moonlet.revision.Fetched;
import dev.moonlet.revision.Prepare;
import dev.moonlet.revision.Retirement;
import dev.moonlet.revision.Revision;
import dev.moonlet.revision.RevisionListener;
import dev.moonlet.revision.Revisions;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes revisions and has them served, one at a time. */
@Component
final class Activate {

    private static final Logger LOG = LoggerFactory.getLogger(Activate.class);

    private final Prepare prepare;
    private final Revisions revisions;
    private final List<Retirement> retirements;
    private final RevisionListener listener;

    Activate(
            Prepare prepare,
            Revisions revisions,
            List<Retirement> retirements,
            RevisionListener listener) {
        this.prepare = prepare;
        this.revisions = revisions;
        this.retirements = retirements;
        this.listener = listener;
    }

    /** Serves what was fetched, unless it is refused. */
    synchronized Revision take(Fetched fetched, Duration took) {
        Revision next = prepare.prepare(fetched, took);
        listener.prepared(next);
        next.report()
                .problems()
                .forEach(problem -> LOG.warn("revision {}: {}", next.id(), problem));
        if (next.report().refused()) {
            LOG.error(
                    "Revision {} of {} is refused; {} is served",
                    next.id(),
                    next.bundle().origin(),
                    revisions.isServing() ? revisions.current().id() : "nothing");
            revisions.refuse(next);
            retire(next);
            return next;
        }
        serve(next);
        return next;
    }

    private void serve(Revision next) {
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

    private void retire(Revision last) {
        retirements.forEach(retirement -> retirement.retire(last));
    }
}
