package dev.moonlet.lua;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The idle and lent states of one program. A state is made when a borrower finds none idle and the
 * pool is not full; the one that was given back last is lent first. One that has come to its {@link
 * Discard end} is never lent again.
 */
public final class StatePool {

    private static final long LITTLE = 1 << 16;

    private final String name;
    private final Program program;
    private final PoolSettings settings;
    private final PoolListener listener;
    private final Semaphore free;
    private final Deque<State> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger total = new AtomicInteger();
    private volatile boolean retired;

    /**
     * An empty pool.
     *
     * @param name what messages and figures call it: its profile
     */
    public StatePool(String name, Program program, PoolSettings settings, PoolListener listener) {
        this.name = name;
        this.program = program;
        this.settings = settings;
        this.listener = listener;
        free = new Semaphore(settings.max(), true);
    }

    /** Makes the states that are to be there before anybody asks. */
    public void warm() {
        while (total.get() < settings.min() && free.tryAcquire()) {
            idle.addLast(create());
            free.release();
        }
        Watchdog.guard(this);
    }

    /** Lends a state to the calling thread, which gives it back by {@link #giveBack}. */
    public State borrow() throws PoolExhausted, InterruptedException {
        waitForOne();
        for (State state = idle.pollFirst(); state != null; state = idle.pollFirst()) {
            Discard end = state.end(settings);
            if (end == null) {
                return state;
            }
            discard(end);
        }
        return create();
    }

    /** Takes a state back; the globals of the invocation are gone before it is lent again. */
    public void giveBack(State state) {
        state.reset();
        Discard end = retired ? Discard.RETIRED : state.end(settings);
        listener.returned(name);
        if (end == null) {
            idle.addFirst(state);
        } else {
            discard(end);
        }
        free.release();
        if (retired) {
            discardIdle();
        }
    }

    /**
     * Keeps nothing idle any more: its program is not served any longer. Who has begun with it may
     * still borrow.
     */
    public void retire() {
        retired = true;
        discardIdle();
    }

    public boolean isRetired() {
        return retired;
    }

    /** How many are lent. */
    public int lent() {
        return settings.max() - free.availablePermits();
    }

    private void discardIdle() {
        while (idle.pollFirst() != null) {
            discard(Discard.RETIRED);
        }
    }

    /** Lets go of states that nobody has wanted for long, those that have waited longest first. */
    void sweep() {
        while (total.get() > settings.min()) {
            State oldest = idle.peekLast();
            if (oldest == null || !oldest.isIdleFor(settings.maxIdle())) {
                return;
            }
            if (idle.removeLastOccurrence(oldest)) {
                discard(Discard.IDLE);
            }
        }
    }

    /** What the idle states hold at most. */
    long idleBytes() {
        return idle.stream().mapToLong(state -> state.heap().bound()).sum();
    }

    /** Lets go of the idle states that hold much. */
    void shed() {
        for (State state : idle) {
            if (state.heap().bound() > LITTLE && idle.removeLastOccurrence(state)) {
                discard(Discard.SHORT);
            }
        }
    }

    private void discard(Discard reason) {
        total.decrementAndGet();
        listener.discarded(name, reason);
    }

    private void waitForOne() throws PoolExhausted, InterruptedException {
        // With a time, even of zero, it keeps to the order of those who wait already.
        if (free.tryAcquire(0, TimeUnit.NANOSECONDS)) {
            listener.lent(name, 0);
            return;
        }
        long start = System.nanoTime();
        if (!free.tryAcquire(settings.maxWait().toNanos(), TimeUnit.NANOSECONDS)) {
            listener.exhausted(name);
            throw new PoolExhausted(
                    "no state of profile %s came free within %d ms (total=%d, lent=%d, waiting=%d)"
                            .formatted(
                                    name,
                                    settings.maxWait().toMillis(),
                                    total.get(),
                                    lent(),
                                    free.getQueueLength()));
        }
        listener.lent(name, System.nanoTime() - start);
    }

    private State create() {
        try {
            State state = new State(program);
            total.incrementAndGet();
            listener.created(name);
            return state;
        } catch (RuntimeException | Error failure) {
            free.release();
            throw failure;
        }
    }
}
