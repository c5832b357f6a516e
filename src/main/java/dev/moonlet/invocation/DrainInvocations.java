package dev.moonlet.invocation;

import dev.moonlet.lua.Limits;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * When the service shuts down, refuses new invocations and lets those that run come to their end;
 * what is left after the time of a shutdown's phase is canceled.
 */
@Component
final class DrainInvocations implements SmartLifecycle {

    /** What has ended may have begun something else, so that one look is not enough. */
    private static final int CHECKS = 3;

    private static final Duration PAUSE = Duration.ofMillis(10);

    /** A phase that takes longer is given up by Spring. */
    private static final Duration RESERVE = Duration.ofMillis(500);

    private final Invocations invocations;
    private final Duration patience;
    private volatile boolean running;

    DrainInvocations(
            Invocations invocations,
            @Value("${spring.lifecycle.timeout-per-shutdown-phase:30s}") Duration phase) {
        this.invocations = invocations;
        patience = phase.compareTo(RESERVE) > 0 ? phase.minus(RESERVE) : Duration.ZERO;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        invocations.close();
        try {
            if (!isQuietWithin(patience)) {
                cancelAll();
                isQuietWithin(RESERVE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            cancelAll();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private boolean isQuietWithin(Duration time) throws InterruptedException {
        long deadline = System.nanoTime() + Limits.finite(time).toNanos();
        int quiet = 0;
        while (quiet < CHECKS && System.nanoTime() < deadline) {
            quiet = invocations.active().isNothing() ? quiet + 1 : 0;
            Thread.sleep(PAUSE);
        }
        return quiet == CHECKS;
    }

    private void cancelAll() {
        for (Running each : invocations.running()) {
            each.cancel("the service shuts down");
        }
    }
}
