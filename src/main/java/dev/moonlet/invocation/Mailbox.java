package dev.moonlet.invocation;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What other threads have for the one that runs a loop. */
public final class Mailbox {

    private final Queue<Runnable> arrived = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Thread waiting;
    private volatile boolean rung;

    Mailbox() {}

    void put(Runnable action) {
        arrived.add(action);
        ring();
    }

    /** Wakes the one that waits, or will wait next. */
    void ring() {
        rung = true;
        LockSupport.unpark(waiting);
    }

    @Nullable Runnable poll() {
        return arrived.poll();
    }

    /** Waits until something arrives, or for so long; returns whether something has. */
    public boolean await(long nanos) {
        waiting = Thread.currentThread();
        if (!rung && arrived.isEmpty()) {
            LockSupport.parkNanos(this, nanos);
        }
        waiting = null;
        boolean arrival = rung;
        rung = false;
        return arrival;
    }
}
