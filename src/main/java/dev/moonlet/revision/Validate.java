package dev.moonlet.revision;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Prepares bundles that are not to be served, and tells what would become of them. */
@Component
public final class Validate {

    private final Prepare prepare;
    private final List<Retirement> retirements;

    Validate(Prepare prepare, List<Retirement> retirements) {
        this.prepare = prepare;
        this.retirements = retirements;
    }

    /** What it would be; nothing of it is left to be served. */
    public Revision validate(Fetched fetched, Duration took) {
        Revision revision = prepare.prepare(fetched, took);
        retirements.forEach(each -> each.retire(revision));
        return revision;
    }

    /** The same for what a source has. */
    public Revision validate(Source source) throws SourceFailed {
        long start = System.nanoTime();
        Fetched fetched = source.fetch();
        return validate(fetched, Duration.ofNanos(System.nanoTime() - start));
    }
}
