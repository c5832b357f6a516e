package dev.moonlet.lua;

import dev.moonlet.lua.memory.Holdings;
import dev.moonlet.lua.value.Headroom;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a state and the run in it hold. That can't be more than was held when it was counted last,
 * and was allocated since; only if this is too much, it is counted anew.
 */
final class Heap {

    /** It is not counted again before this part of a limit was allocated. */
    private static final int STEP = 8;

    private static final long LITTLE = 1 << 18;

    private static final String BOTTOM = Leg.class.getName();

    private final Supplier<List<?>> roots;
    private volatile long held;
    private volatile long allocatedThen;
    private volatile Meter meter = Meter.IDLE;
    private @Nullable Tasks tasks;
    private long most;
    private int depth;
    private int coroutines;

    /**
     * A heap that nothing is in.
     *
     * @param roots what the state itself refers to
     */
    Heap(Supplier<List<?>> roots) {
        this.roots = roots;
    }

    /** A run begins; what it allocates is told by its meter. */
    void enter(Meter meter, Tasks tasks) {
        this.meter = meter;
        this.tasks = tasks;
        most = 0;
        depth = 0;
    }

    /** The run is over. */
    void leave() {
        allocatedThen = -since();
        meter = Meter.IDLE;
        tasks = null;
    }

    /**
     * What may be held at most, from any thread: what is read first is written last, so that no
     * less is seen.
     */
    long bound() {
        long since = since();
        return held + since;
    }

    /** Whether less may be held than that, by more than a part of it. */
    boolean isVague(int part) {
        long much = held / part + LITTLE;
        return sinceAtMost() > much && since() > much;
    }

    /** Whether more was allocated since it was counted than was counted. */
    boolean isGuessed() {
        return since() > held;
    }

    private long since() {
        return meter.allocated() - allocatedThen;
    }

    /** Known sooner, and mostly enough. */
    private long sinceAtMost() {
        return meter.allocatedAtMost() - allocatedThen;
    }

    /**
     * Whether more than a limit may be held, with so many bytes more, so that it is to be counted.
     */
    boolean mayExceed(long limit, long more) {
        if (held + sinceAtMost() + more <= limit) {
            return false;
        }
        long since = since() + more;
        return since > limit / STEP && held + since > limit;
    }

    /**
     * Counts what the state and the running script hold; returns the bytes, or more than a limit.
     */
    long count(long limit, BooleanSupplier enough) {
        Headroom.check();
        count(new Holdings(enough).addCalls(BOTTOM), limit);
        allocatedThen = meter.verify();
        return held;
    }

    /** Counts what the state holds when nothing runs in it. */
    long countIdle() {
        count(new Holdings(() -> false), Long.MAX_VALUE);
        allocatedThen = meter.allocated();
        return held;
    }

    private void count(Holdings holdings, long limit) {
        if (tasks != null) {
            tasks.look(holdings, BOTTOM);
        }
        roots.get().forEach(holdings::add);
        held = holdings.count(limit);
        most = Math.max(most, held);
        depth = Math.max(depth, holdings.frames());
        if (held <= limit) {
            coroutines = holdings.coroutines();
        }
    }

    int coroutines() {
        return coroutines;
    }

    /** Coroutines begin, or end. */
    void addCoroutines(int count) {
        coroutines += count;
    }

    /** The most that was held, as far as it is known. */
    long most() {
        return most == 0 ? bound() : most;
    }

    /** The calls in the deepest stack that was counted. */
    int depth() {
        return depth;
    }
}
