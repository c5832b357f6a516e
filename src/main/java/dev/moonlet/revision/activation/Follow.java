package dev.moonlet.revision.activation;

import dev.moonlet.revision.Fetched;
import dev.moonlet.revision.RevisionListener;
import dev.moonlet.revision.Source;
import dev.moonlet.revision.SourceFailed;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks at the source before the first request comes, and then from time to time. */
@Component
@ConditionalOnProperty(name = "moonlet.command", havingValue = "false", matchIfMissing = true)
final class Follow implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Follow.class);

    /** Instances that were started at once don't ask at once for ever. */
    private static final double JITTER = 0.2;

    private final Source source;
    private final Activate activate;
    private final RevisionListener listener;
    private @Nullable String seen;
    private String failure = "";
    private volatile boolean running;

    Follow(Source source, Activate activate, RevisionListener listener) {
        this.source = source;
        this.activate = activate;
        this.listener = listener;
    }

    /** Before the server takes requests. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        running = true;
        look();
        if (source.pace().isPositive()) {
            // Scripts that compute take up the carriers of virtual threads, and nothing else.
            Thread.ofPlatform().daemon().name("follow").start(this::follow);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        notifyAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void follow() {
        try {
            while (pause()) {
                look();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean pause() throws InterruptedException {
        double part = 1 + JITTER * ThreadLocalRandom.current().nextDouble(-1, 1);
        long deadline = System.nanoTime() + (long) (source.pace().toNanos() * part);
        for (long left = 1;
                running && left > 0;
                left = (deadline - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return running;
    }

    private synchronized void look() {
        try {
            String now = source.look();
            if (!now.equals(seen)) {
                long start = System.nanoTime();
                Fetched fetched = source.fetch();
                activate.take(fetched, Duration.ofNanos(System.nanoTime() - start));
                seen = now;
            }
            failure = "";
            listener.looked(true);
        } catch (SourceFailed failed) {
            listener.looked(false);
            tell(String.valueOf(failed.getMessage()));
        } catch (RuntimeException unexpected) {
            listener.looked(false);
            LOG.error("{} can't be followed", source.origin(), unexpected);
        }
    }

    /** A source that is gone is told of once, not each time. */
    private void tell(String message) {
        if (!message.equals(failure)) {
            LOG.error("{}", message);
        }
        failure = message;
    }
}
