package dev.moonlet.lua;

import dev.moonlet.lua.memory.References;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Sees to it that all states together leave room in the JVM's heap. When they may hold too much,
 * the larger runs stop and are counted; if it is too much indeed, idle states go, and then the run
 * that holds most.
 */
final class Pressure {

    /** What the service itself holds, and what runs allocate before they stop. */
    private static final long RESERVE = 96 << 20;

    /**
     * What all states may hold together: half of what is left of the heap, less where objects are
     * larger than they are counted. The rest is for garbage.
     */
    static final long BUDGET = budget(Runtime.getRuntime().maxMemory());

    /** A run that holds so much has to stop when memory is short. */
    private static final long MUCH = BUDGET / 64;

    /** How long a run has for stopping. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final AtomicLong ROOM = new AtomicLong(BUDGET);

    private static final AtomicInteger LOOKS = new AtomicInteger();

    private static volatile boolean near;

    private final Supplier<List<StatePool>> pools;
    private long idle;
    private long begun;

    Pressure(Supplier<List<StatePool>> pools) {
        this.pools = pools;
    }

    private static long budget(long heap) {
        return Math.max(heap / 4, heap - RESERVE) / (References.areShort() ? 2 : 4);
    }

    /** Takes so many bytes of what is left; returns whether there are so many. */
    static boolean claim(long bytes) {
        return ROOM.addAndGet(-bytes) >= 0;
    }

    /** Whether so little is left that runs have to tell what they take. */
    static boolean isNear() {
        return near;
    }

    /** How often it was summed up what is left. */
    static int looks() {
        return LOOKS.get();
    }

    /**
     * Decides who stops, goes on, or ends.
     *
     * @return whether some have to stop, or to tell what they take
     */
    boolean look(List<Share> runs) {
        long sum = sum(runs);
        if (idle + sum > BUDGET / 2) {
            lookAtIdle();
        }
        long room = BUDGET - idle - sum;
        sumUp(room);
        if (room >= 0 || runs.isEmpty()) {
            runs.forEach(Share::goOn);
            begun = 0;
            return near;
        }
        begun = begun == 0 ? System.nanoTime() : begun;
        // Those that hold less than half of the average hold less than half of the sum.
        long much = Math.min(MUCH, sum / runs.size() / 2);
        List<Share> larger = runs.stream().filter(run -> run.bound() >= much).toList();
        larger.forEach(Share::stop);
        if (larger.stream().allMatch(Share::isStill) || isOver()) {
            pools.get().forEach(StatePool::shed);
            lookAtIdle();
            // They were counted since they were summed up.
            end(larger, idle + sum(runs) - BUDGET);
        }
        return true;
    }

    private static void sumUp(long room) {
        ROOM.set(room);
        LOOKS.incrementAndGet();
        near = room < BUDGET / 2;
    }

    /** Ends the largest runs, of those that were counted, until so many bytes less are held. */
    private static void end(List<Share> runs, long bytes) {
        List<Share> largestFirst =
                runs.stream()
                        .filter(Share::isStill)
                        .sorted(Comparator.comparingLong(Share::bound).reversed())
                        .toList();
        long left = bytes;
        for (Share run : largestFirst) {
            if (left > 0) {
                left -= run.bound();
                run.end();
            }
        }
    }

    /** What idle states hold changes little in a second, unless memory is short. */
    void lookAtIdle() {
        idle = pools.get().stream().mapToLong(StatePool::idleBytes).sum();
    }

    private static long sum(List<Share> runs) {
        return runs.stream().mapToLong(Share::bound).sum();
    }

    private boolean isOver() {
        return System.nanoTime() - begun > PATIENCE_NANOS;
    }
}
