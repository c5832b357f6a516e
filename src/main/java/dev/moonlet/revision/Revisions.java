package dev.moonlet.revision;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Holds the revision that is served. */
@Component
public final class Revisions {

    private static final Logger LOG = LoggerFactory.getLogger(Revisions.class);

    private final Revision current;

    Revisions(Source source, List<Preparation> preparations) {
        current = load(source, preparations);
    }

    public Revision current() {
        return current;
    }

    private static Revision load(Source source, List<Preparation> preparations) {
        Source.Fetched fetched = source.fetch();
        Draft draft = new Draft(fetched.bundle());
        fetched.problems().forEach(draft::report);
        preparations.forEach(preparation -> prepare(preparation, draft));
        Revision revision = draft.finish();
        revision.problems().forEach(problem -> LOG.warn("{}", problem));
        LOG.info(
                "Revision {} of {}: {} routes are served, {} problems",
                revision.bundle().id(),
                revision.bundle().origin(),
                revision.served().size(),
                revision.problems().size());
        return revision;
    }

    /** Whatever is wrong with a bundle, the service starts and says so. */
    private static void prepare(Preparation preparation, Draft draft) {
        try {
            preparation.prepare(draft);
        } catch (RuntimeException unexpected) {
            LOG.error("{} failed", preparation.getClass().getSimpleName(), unexpected);
            draft.report(new Problem("config", 0, "can't be prepared: see the log"));
        }
    }
}
