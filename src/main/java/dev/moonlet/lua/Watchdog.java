package dev.moonlet.lua;

import dev.moonlet.lua.memory.CarrierThread;
import dev.moonlet.lua.value.Poll;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The one thread that looks after the limits of all runs, and makes scripts look that pass one. */
final class Watchdog {

    /** Soon enough for a script to be gone ten milliseconds after its limit. */
    private static final long BUSY_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /**
     * A look at very many states must not take up a processor: it rests so much longer. While the
     * collector stops all, or others have the processors, it is no look.
     */
    private static final int REST = 9;

    private static final long SWEEP_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final Watchdog INSTANCE = new Watchdog();

    private final Queue<Allowance> runs = new ConcurrentLinkedQueue<>();
    private final Queue<WeakReference<StatePool>> pools = new ConcurrentLinkedQueue<>();

    private final Pressure pressure = new Pressure(this::pools);

    private Watchdog() {
        Jvm.begin();
        Thread.ofPlatform().daemon().name("lua-watchdog").start(this::watch);
    }

    /** Looks after a run until it is over. */
    static void guard(Allowance run) {
        INSTANCE.runs.add(run);
    }

    /** Has a pool let go of idle states from time to time. */
    static void guard(StatePool pool) {
        INSTANCE.pools.add(new WeakReference<>(pool));
    }

    private void watch() {
        long swept = System.nanoTime();
        while (true) {
            try {
                long start = CarrierThread.usedNanos();
                long nap = look() ? BUSY_NANOS : IDLE_NANOS;
                LockSupport.parkNanos(Math.max(nap, REST * (CarrierThread.usedNanos() - start)));
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
        pools().forEach(StatePool::sweep);
        pressure.lookAtIdle();
        pools.removeIf(pool -> pool.refersTo(null));
    }

    /** Returns whether anything runs. */
    private boolean look() {
        runs.removeIf(Allowance::isSettled);
        boolean due = pressure.look(runs.stream().map(Allowance::share).toList());
        for (Allowance run : runs) {
            due |= run.isDue();
        }
        Poll.pending(due);
        return !runs.isEmpty();
    }

    /** Asking for a pool keeps it from being collected for a while: not to be done all the time. */
    private List<StatePool> pools() {
        return pools.stream().map(WeakReference::get).filter(Objects::nonNull).toList();
    }
}
