package dev.moonlet.revision.activation;

import dev.moonlet.revision.Source;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has it decided what is served before the first request comes, and then from time to time. */
@Component
@ConditionalOnProperty(name = "moonlet.command", havingValue = "false", matchIfMissing = true)
final class Follow implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Follow.class);

    /** Instances that were started at once don't ask at once for ever. */
    private static final double JITTER = 0.2;

    /** How soon what others have chosen is noticed where the source is not looked at again. */
    private static final Duration PACE_OF_OTHERS = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Source source;
    private final Decide decide;
    private volatile boolean running;
    private @Nullable Thread thread;

    Follow(Source source, Decide decide) {
        this.source = source;
        this.decide = decide;
    }

    /** Before the server takes requests. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        running = true;
        decide.decide();
        // Scripts that compute take up the carriers of virtual threads, and nothing else.
        thread = Thread.ofPlatform().daemon().name("follow").start(this::follow);
    }

    /** What it is at is finished while the database is there. */
    @Override
    public void stop() {
        synchronized (this) {
            running = false;
            notifyAll();
        }
        try {
            if (thread != null) {
                thread.join(PATIENCE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void follow() {
        try {
            while (pause()) {
                turn();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn() {
        try {
            if (source.pace().isPositive()) {
                decide.decide();
            } else {
                decide.decideAsItWas();
            }
        } catch (RuntimeException | Error unexpected) {
            LOG.error("{} can't be followed", source.origin(), unexpected);
        }
    }

    private synchronized boolean pause() throws InterruptedException {
        Duration pace = source.pace().isPositive() ? source.pace() : PACE_OF_OTHERS;
        double part = 1 + JITTER * ThreadLocalRandom.current().nextDouble(-1, 1);
        long deadline = System.nanoTime() + (long) (pace.toNanos() * part);
        for (long left = 1;
                running && left > 0;
                left = (deadline - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return running;
    }
}
