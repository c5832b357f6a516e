package dev.moonlet.lua;

import dev.moonlet.lua.memory.CarrierThread;

/**
 * What one run has used so far. The thread that runs it says when it is in Lua; others may ask at
 * any time.
 */
final class Meter {

    /** What a thread is taken to allocate where the JVM does not say: it can't be much faster. */
    private static final int BYTES_A_NANO = 2;

    /** What a thread is taken to allocate at least. */
    private static final int NANOS_A_BYTE = 8;

    /** More than any thread allocates, but for large arrays, which are charged one by one. */
    private static final int MOST_BYTES_A_NANO = 16;

    /** Of a run that never begins. */
    static final Meter IDLE = new Meter(false);

    private final boolean counted;
    private final long start = System.nanoTime();
    private volatile long entered;
    private volatile long turn;
    private volatile long carrier;
    private long allocatedBefore;
    private volatile long nanosOfLegs;
    private volatile long bytesOfLegs;

    /**
     * A meter that starts now.
     *
     * @param counted whether all of the run happens on threads that enter it
     */
    Meter(boolean counted) {
        this.counted = counted && CarrierThread.isShown();
    }

    /** The calling thread is in Lua from now on. */
    void enter() {
        long now = System.nanoTime();
        turn = now;
        begin(now);
    }

    private void begin(long now) {
        if (counted) {
            long number = CarrierThread.number();
            allocatedBefore = CarrierThread.allocated(number);
            carrier = number;
        }
        entered = now;
    }

    /** The calling thread is not in Lua any more. */
    void leave() {
        add(System.nanoTime());
        entered = 0;
    }

    /**
     * The calling thread is in Lua still; from here on it is known what was allocated. Returns it:
     * never will less have been allocated.
     */
    long verify() {
        long now = System.nanoTime();
        add(now);
        begin(now);
        return bytesOfLegs;
    }

    /** Adds the leg before it is over: whoever looks meanwhile sees too much, never too little. */
    private void add(long now) {
        bytesOfLegs = allocatedHere();
        nanosOfLegs = nanos(now);
    }

    private long allocatedHere() {
        boolean exact = counted && CarrierThread.number() == carrier;
        return exact ? bytesOfLegs + allocatedByCarrier() : allocated();
    }

    /** How long the thread has been in Lua without a pause. */
    long nanosOfTurn() {
        return isInLua() ? System.nanoTime() - turn : 0;
    }

    boolean isInLua() {
        return entered != 0;
    }

    /** The nanoseconds since this started. */
    long age() {
        return System.nanoTime() - start;
    }

    /** The nanoseconds in Lua. */
    long nanos() {
        return nanos(System.nanoTime());
    }

    private long nanos(long now) {
        long since = entered;
        return nanosOfLegs + (since == 0 ? 0 : now - since);
    }

    /** The bytes that have been allocated, and more at times than will be known later. */
    long allocated() {
        long since = entered;
        long leg = since == 0 ? 0 : allocatedOfLeg(System.nanoTime() - since);
        return bytesOfLegs + leg;
    }

    /** At least as much as has been allocated, known without asking the JVM. */
    long allocatedAtMost() {
        long since = entered;
        long nanos = since == 0 ? 0 : System.nanoTime() - since;
        return bytesOfLegs + MOST_BYTES_A_NANO * nanos;
    }

    private long allocatedOfLeg(long nanos) {
        if (!counted) {
            return BYTES_A_NANO * nanos;
        }
        // A thread that has waited within Lua goes on elsewhere, where its count is unknown.
        return Math.max(allocatedByCarrier(), nanos / NANOS_A_BYTE);
    }

    private long allocatedByCarrier() {
        return CarrierThread.allocated(carrier) - allocatedBefore;
    }
}
