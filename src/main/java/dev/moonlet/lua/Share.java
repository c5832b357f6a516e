package dev.moonlet.lua;

import dev.moonlet.lua.value.Run;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * What a run takes of the memory that all runs have together; and whether it goes on, stops, or
 * ends, as {@link Pressure} decides for it from another thread when that gets short.
 */
final class Share {

    private static final long PAUSE_NANOS = 1_000_000;

    /** How often a run polls until it tells what it takes. */
    private static final int STRIDE = 64;

    private enum Sign {
        GO,
        STOP,
        STOPPED,
        END
    }

    private final Heap heap;
    private final Meter meter;
    private final boolean limited;
    private final AtomicReference<Sign> sign = new AtomicReference<>(Sign.GO);
    private volatile long claim;
    private int polls;
    private long told;
    private int look;

    /**
     * A share of nothing yet.
     *
     * @param limited whether the run leaves something to others
     */
    Share(Heap heap, Meter meter, boolean limited) {
        this.heap = heap;
        this.meter = meter;
        this.limited = limited;
    }

    /** What the run and its state hold at most; nothing if it may hold all there is. */
    long bound() {
        return limited ? heap.bound() + claim : 0;
    }

    /** Whether memory is short, and most of the share is what was allocated, held or not. */
    boolean isGuessed() {
        return limited && Pressure.isNear() && heap.isGuessed();
    }

    void stop() {
        if (limited) {
            sign.compareAndSet(Sign.GO, Sign.STOP);
        }
    }

    void goOn() {
        if (!sign.compareAndSet(Sign.STOPPED, Sign.GO)) {
            sign.compareAndSet(Sign.STOP, Sign.GO);
        }
    }

    void end() {
        sign.set(Sign.END);
    }

    /** Whether the run is not free to go on. */
    boolean isHeld() {
        return sign.get() != Sign.GO;
    }

    boolean isToEnd() {
        return sign.get() == Sign.END;
    }

    /** Whether the run does not allocate: it has stopped, or waits for the outside. */
    boolean isStill() {
        return sign.get() != Sign.STOP || !meter.isInLua();
    }

    /** Takes so many bytes more; the run has to stop if they are not there. */
    void claim(long bytes) {
        if (limited && !Pressure.claim(bytes)) {
            claim = bytes;
            stop();
        }
    }

    /** Counts a poll; returns whether it is time to tell what was taken since the last time. */
    boolean isToTell() {
        return limited && Pressure.isNear() && ++polls % STRIDE == 0;
    }

    /** Takes what was allocated since the last time, unless that was seen already. */
    void tell() {
        long allocated = meter.verify();
        boolean seen = look != Pressure.looks();
        look = Pressure.looks();
        if (!seen && !Pressure.claim(allocated - told)) {
            stop();
        }
        told = allocated;
    }

    /** Stops the run's own thread until the run is to go on or to end, or has no more time. */
    void await(BooleanSupplier over) {
        meter.leave();
        try {
            sign.compareAndSet(Sign.STOP, Sign.STOPPED);
            while (sign.get() == Sign.STOPPED && !over.getAsBoolean()) {
                Run.pause(PAUSE_NANOS);
            }
        } finally {
            meter.enter();
            claim = 0;
        }
    }
}
