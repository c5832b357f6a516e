package dev.moonlet.revision.activation;

import org.springframework.context.SmartLifecycle;

/** Remembers when a service that starts has come to a phase. */
final class Moment implements SmartLifecycle {

    private final int phase;
    private long nanos;

    Moment(int phase) {
        this.phase = phase;
    }

    long nanos() {
        return nanos;
    }

    @Override
    public int getPhase() {
        return phase;
    }

    @Override
    public void start() {
        nanos = System.nanoTime();
    }

    @Override
    public void stop() {
        nanos = 0;
    }

    @Override
    public boolean isRunning() {
        return nanos != 0;
    }
}
