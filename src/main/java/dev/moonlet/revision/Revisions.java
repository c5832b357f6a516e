package dev.moonlet.revision;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Holds the revision that is served. */
@Component
public final class Revisions {

    private static final Logger LOG = LoggerFactory.getLogger(Revisions.class);

    private final Source source;
    private final List<Preparation> preparations;
    private final Revision current;

    Revisions(Source source, List<Preparation> preparations) {
        this.source = source;
        this.preparations = preparations;
        current = load();
    }

    public Revision current() {
        return current;
    }

    private Revision load() {
        Source.Fetched fetched = source.fetch();
        Draft draft = new Draft(fetched.bundle());
        fetched.problems().forEach(draft::report);
        preparations.forEach(preparation -> preparation.prepare(draft));
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
}
