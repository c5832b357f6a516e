package dev.moonlet.revision.activation;

import dev.moonlet.revision.Fetched;
import dev.moonlet.revision.RevisionListener;
import dev.moonlet.revision.Source;
import dev.moonlet.revision.SourceFailed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the source has, as far as it is known. */
@Component
final class Head {

    private static final Logger LOG = LoggerFactory.getLogger(Head.class);

    private final Source source;
    private final RevisionListener listener;
    private @Nullable String seen;
    private @Nullable Fetched fetched;
    private Duration took = Duration.ZERO;
    private volatile String id = "";
    private volatile String failure = "";
    private volatile @Nullable Instant reached;

    Head(Source source, RevisionListener listener) {
        this.source = source;
        this.listener = listener;
    }

    /** Looks at the source, and returns whether it could be reached. */
    boolean look() {
        try {
            String now = source.look();
            if (!now.equals(seen)) {
                long start = System.nanoTime();
                fetched = source.fetch();
                took = Duration.ofNanos(System.nanoTime() - start);
                id = fetched.bundle().id();
                seen = now;
            }
            failure = "";
            reached = Instant.now();
        } catch (SourceFailed failed) {
            fail(String.valueOf(failed.getMessage()));
        } catch (RuntimeException unexpected) {
            LOG.error("{} can't be read", source.origin(), unexpected);
            fail("%s can't be read: the log tells why".formatted(source.origin()));
        }
        listener.looked(failure.isEmpty());
        return failure.isEmpty();
    }

    /** What was fetched and has not been dealt with yet. */
    Optional<Fetched> news() {
        return Optional.ofNullable(fetched);
    }

    /** What was fetched is served, or refused, or not wanted: it is not held any longer. */
    void settled() {
        fetched = null;
    }

    /** What there is is to be fetched again, wanted or not. */
    void forget() {
        seen = null;
    }

    Duration took() {
        return took;
    }

    /** The revision that the source has, or empty. */
    String id() {
        return id;
    }

    /** Why it could not be reached at the last look, or empty. */
    String failure() {
        return failure;
    }

    /** When it was reached last. */
    Optional<Instant> reached() {
        return Optional.ofNullable(reached);
    }

    /** A source that is gone is told of once, not each time. */
    private void fail(String message) {
        if (!message.equals(failure)) {
            LOG.error("{}", message);
        }
        failure = message;
    }
}
