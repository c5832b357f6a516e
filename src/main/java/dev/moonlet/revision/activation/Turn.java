package dev.moonlet.revision.activation;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** One at a time decides on what is served. */
@Component
final class Turn {

    /** As long as people wait for an answer; to load and test a bundle may take longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ReentrantLock lock = new ReentrantLock(true);

    /** What is done when it is one's turn. */
    @FunctionalInterface
    interface Body<T, E extends Exception> {
        T run() throws E;
    }

    /** Waits for its turn as long as it takes. */
    void take(Runnable body) {
        lock.lock();
        try {
            body.run();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for its turn as long as an operator waits.
     *
     * @throws Busy if another's takes longer
     */
    <T, E extends Exception> T soon(Body<T, E> body) throws E {
        try {
            if (!lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return body.run();
        } finally {
            lock.unlock();
        }
    }
}
