package dev.moonlet.lua;

import dev.moonlet.lua.value.Poll;
import java.lang.ref.WeakReference;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The one thread that looks after the limits of all states, and makes scripts look that pass one.
 */
final class Watchdog {

    /** Soon enough for a script to be gone ten milliseconds after its limit. */
    private static final long BUSY_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final long SWEEP_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final Watchdog INSTANCE = new Watchdog();

    private final Queue<WeakReference<State>> states = new ConcurrentLinkedQueue<>();
    private final Queue<WeakReference<StatePool>> pools = new ConcurrentLinkedQueue<>();

    private Watchdog() {
        Thread.ofPlatform().daemon().name("lua-watchdog").start(this::watch);
    }

    static void guard(State state) {
        INSTANCE.states.add(new WeakReference<>(state));
    }

    /** Has a pool let go of idle states from time to time. */
    static void guard(StatePool pool) {
        INSTANCE.pools.add(new WeakReference<>(pool));
    }

    private void watch() {
        long swept = System.nanoTime();
        while (true) {
            try {
                LockSupport.parkNanos(look() ? BUSY_NANOS : IDLE_NANOS);
                if (System.nanoTime() - swept > SWEEP_NANOS) {
                    swept = System.nanoTime();
                    sweep();
                }
            } catch (OutOfMemoryError full) {
                // Somebody has to stay to end those who have filled the heap.
                Poll.pending(true);
            }
        }
    }

    private void sweep() {
        for (WeakReference<StatePool> each : pools) {
            StatePool pool = each.get();
            if (pool != null) {
                pool.sweep();
            }
        }
        pools.removeIf(pool -> pool.refersTo(null));
    }

    /** Returns whether anything runs. */
    private boolean look() {
        boolean busy = false;
        boolean due = false;
        for (Iterator<WeakReference<State>> all = states.iterator(); all.hasNext(); ) {
            State state = all.next().get();
            Coroutine<?> running = state == null ? null : state.running();
            if (state == null) {
                all.remove();
            } else if (running != null) {
                busy = true;
                due |= running.isDue();
            }
        }
        Poll.pending(due);
        return busy;
    }
}
