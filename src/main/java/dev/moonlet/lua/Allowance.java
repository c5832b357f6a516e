package dev.moonlet.lua;

import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Headroom;
import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.Run;
import dev.moonlet.lua.value.Traces;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a run may use, and what of that it has used. Whoever watches it says when a limit may have
 * been passed; the run's own thread then looks, and is killed if one was.
 */
final class Allowance {

    private static final int MEGABYTE = 1 << 20;

    /** How long a run keeps others from its processor. */
    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Limits limits;
    private final Meter meter;
    private final Heap heap;
    private final Share share;

    private final Timekeeper time;
    private volatile boolean due;
    private volatile boolean canceled;
    private volatile boolean settled;
    private @Nullable Kill kill;
    private long output;

    Allowance(Limits limits, Meter meter, Heap heap, Tasks tasks) {
        this.limits = limits;
        this.meter = meter;
        this.heap = heap;
        share = new Share(heap, meter, limits.memory() < Limits.NONE.memory());
        time = new Timekeeper(limits, meter);
        heap.enter(meter, tasks);
    }

    /** Looks whether a limit may have been passed, from any thread. */
    boolean isDue() {
        due |=
                canceled
                        || share.isHeld()
                        || time.isOver()
                        || isTurnOver()
                        || heap.mayExceed(limits.memory(), 0);
        return due;
    }

    private boolean isTurnOver() {
        return meter.nanosOfTurn() > TURN_NANOS;
    }

    /**
     * Virtual threads take turns only when they stop, so a script that computes has to. It parks
     * for a moment: one that yields goes on before those that other threads have woken. One whose
     * stack is too deep to be put aside goes on.
     */
    private void letOthersRun() {
        Headroom.check();
        meter.leave();
        try {
            Run.pause(1);
        } catch (StackOverflowError deep) {
            Run.current().overflowed();
        } finally {
            meter.enter();
        }
    }

    /** Kills the run if it was found to have passed a limit. */
    void check() {
        if (due) {
            look();
        } else if (share.isToTell()) {
            tell();
        }
    }

    private void look() {
        if (kill != null) {
            throw kill;
        }
        if (canceled) {
            throw kill(new Failure.Canceled(place()));
        }
        if (time.isOver()) {
            throw kill(time.passed(place()));
        }
        chargeOwn(0);
        makeRoom();
        if (isTurnOver()) {
            letOthersRun();
        }
        due = time.isOver();
    }

    /** The memory of all is short: what the run takes of it can't wait until the watchdog looks. */
    private void tell() {
        rest();
        share.tell();
        makeRoom();
    }

    /** Kills the run if so many bytes more are too many. */
    void charge(long bytes) {
        chargeOwn(bytes);
        share.claim(bytes);
        makeRoom();
    }

    private void chargeOwn(long bytes) {
        if (heap.mayExceed(limits.memory(), bytes)) {
            count(bytes);
        }
    }

    private void count(long more) {
        if (heap.count(limits.memory(), time::isOver) + more > limits.memory()) {
            throw kill("memory", size(limits.memory()));
        }
    }

    /** Stops, if it has to, until others have made room, or this run is the one to do so. */
    private void makeRoom() {
        if (!share.isHeld()) {
            return;
        }
        if (heap.isVague(8)) {
            count(0);
        }
        Headroom.check();
        share.await(time::isOver);
        if (share.isToEnd()) {
            throw kill(Failure.Killed.HEAP, size(Pressure.BUDGET) + " for all scripts");
        }
    }

    /** Has the run killed as soon as it looks, from any thread. */
    void cancel() {
        canceled = true;
        due = true;
        Poll.pending(true);
    }

    Timekeeper time() {
        return time;
    }

    boolean isSettled() {
        return settled;
    }

    Share share() {
        return share;
    }

    /** The run waits: what it holds now is what it holds for some time. */
    void rest() {
        if (heap.isVague(2) || share.isGuessed()) {
            count(0);
        }
    }

    /** Refuses one coroutine too many. */
    void coroutineBegins() {
        if (heap.coroutines() >= limits.coroutines()) {
            heap.count(Long.MAX_VALUE, time::isOver);
        }
        if (heap.coroutines() >= limits.coroutines()) {
            throw Failures.of("too many coroutines (limit is %d)".formatted(limits.coroutines()));
        }
        heap.addCoroutines(1);
    }

    void coroutineEnds() {
        heap.addCoroutines(-1);
    }

    /** Kills the run if so many bytes more are too much output. */
    void print(long bytes) {
        output += bytes;
        if (output > limits.output()) {
            throw kill("output", size(limits.output()));
        }
    }

    long longestString() {
        return limits.string();
    }

    /** The run is over; returns what it has used. */
    Usage settle() {
        Usage usage =
                new Usage(
                        Duration.ofNanos(meter.nanos()),
                        meter.allocated(),
                        heap.most(),
                        heap.depth());
        heap.leave();
        settled = true;
        return usage;
    }

    private Kill kill(String limit, String value) {
        return kill(new Failure.Killed(limit, value, place()));
    }

    private Kill kill(Failure reason) {
        kill = new Kill(reason);
        due = true;
        return kill;
    }

    private static String place() {
        String place = Traces.ofScript();
        return place.isEmpty() ? "?" : place;
    }

    private static String size(long bytes) {
        return bytes % MEGABYTE == 0 ? bytes / MEGABYTE + " MB" : bytes + " bytes";
    }
}
