package dev.moonlet.invocation;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Failure;
import dev.moonlet.lua.Limits;
import dev.moonlet.lua.Runner;
import dev.moonlet.lua.State;
import dev.moonlet.lua.Step;
import dev.moonlet.lua.Tasks;
import dev.moonlet.lua.Timers;
import dev.moonlet.lua.Usage;
import dev.moonlet.operation.Answer;
import dev.moonlet.operation.Operation;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the coroutines of an invocation in turns. One that asks the outside is resumed with the
 * answer: a single operation is performed on the loop's own thread, several on threads of their
 * own, whose answers come back through the mailbox. In between, timers begin other coroutines.
 *
 * @param <T> what comes of the invocation
 */
final class EventLoop<T> {

    /** How many turns a loop takes before it asks how long it has kept others waiting. */
    private static final int TURNS = 64;

    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Invocation<T> invocation;
    private final State state;
    private final Performer performer;
    private final Pace pace;
    private final Consumer<Failure> callbackFailed;
    private final Coroutine<T> main;
    private final Tasks tasks;
    private final Mailbox mailbox = new Mailbox();
    private final Set<InFlight> inFlight = new HashSet<>();
    private final long start = System.nanoTime();
    private volatile long deadline;
    private volatile boolean canceled;
    private volatile String waitsFor = "";
    private @Nullable Failure end;
    private int turns;
    private long rested = start;

    EventLoop(
            Invocation<T> invocation,
            State state,
            Performer performer,
            Pace pace,
            Consumer<Failure> callbackFailed) {
        this.invocation = invocation;
        this.state = state;
        this.performer = performer;
        this.pace = pace;
        this.callbackFailed = callbackFailed;
        deadline = start + invocation.limits().time().toNanos();
        main = state.begin(invocation.call(), invocation.limits());
        tasks = main.tasks();
        tasks.runBy(new Loop());
    }

    /** Runs until the function that was called has returned, or can't any more. */
    Outcome<T> run() {
        go(main);
        while (main.outcome() == null && end == null) {
            if (!turn()) {
                end = new Failure.Raised(deadlock());
            }
        }
        Outcome<T> outcome = outcome();
        if (outcome instanceof Outcome.Failed<T>) {
            tasks.cancel();
        }
        return outcome;
    }

    /** Runs what the function has left to be done, for so long at most. */
    void linger(Duration most) {
        long now = System.nanoTime();
        deadline = Math.min(deadline, now + Limits.finite(most).toNanos());
        performer.interruptAfter(Duration.ofNanos(deadline - now));
        while (!isOver() && System.nanoTime() < deadline && turn()) {
            // until nothing is left
        }
    }

    /** Whether nothing is left to be done, or nothing may be any more. */
    boolean isOver() {
        return tasks.isOver() || end != null;
    }

    /** Whether something was left when it had to end. */
    boolean isCutShort() {
        return !tasks.isOver();
    }

    /** Ends what is still going on; the state is not used again then. */
    void close() {
        inFlight.forEach(InFlight::interrupt);
        inFlight.clear();
        performer.close();
        if (!tasks.isOver()) {
            state.spoil();
        }
        tasks.abandon();
    }

    /** Ends the invocation, from any thread. */
    void cancel() {
        canceled = true;
        tasks.kill();
        performer.interrupt();
        mailbox.ring();
    }

    /** What it waits for; empty while it runs. */
    String waitsFor() {
        Operation operation = performer.current();
        return operation == null ? waitsFor : operation.title();
    }

    int operations() {
        return inFlight.size() + (performer.current() == null ? 0 : 1);
    }

    Timers timers() {
        return tasks.timers();
    }

    Usage usage() {
        return tasks.usage();
    }

    /** Returns whether anything can still happen. */
    private boolean turn() {
        if (++turns % TURNS == 0) {
            letOthersRun();
            lookAtLimits();
            return true;
        }
        for (Runnable next = mailbox.poll(); next != null; next = mailbox.poll()) {
            next.run();
        }
        Coroutine<?> next = tasks.next();
        if (next != null) {
            go(next);
            return true;
        }
        if (isQuiet()) {
            return false;
        }
        await();
        return true;
    }

    /** Coroutines that wake one another, or timers that are due at once, must not stop others. */
    private void letOthersRun() {
        if (System.nanoTime() - rested > TURN_NANOS) {
            LockSupport.parkNanos(1);
            rested = System.nanoTime();
        }
    }

    private void go(Coroutine<?> coroutine) {
        switch (coroutine.goOn()) {
            case Step.Yielded<?>(Object operation) -> perform(coroutine, (Operation) operation);
            case Step.Failed<?>(Failure failure) when coroutine != main -> failed(failure);
            case Step.Failed<?>(Failure failure) -> end = main.outcome() == null ? failure : end;
            case Step.Returned<?> _, Step.Parked<?> _, Step.Left<?> _ -> {}
        }
    }

    private void perform(Coroutine<?> coroutine, Operation operation) {
        if (isQuiet()) {
            coroutine.wake(performer.performHere(operation));
            return;
        }
        InFlight beside =
                new InFlight(
                        coroutine,
                        () -> performer.perform(operation),
                        (done, answer) -> mailbox.put(() -> complete(done, answer)));
        inFlight.add(beside);
        coroutine.onCancel(() -> {
            inFlight.remove(beside);
            beside.interrupt();
        });
        beside.start();
    }

    /** An answer that nobody waits for any more is dropped. */
    private void complete(InFlight done, Answer answer) {
        if (inFlight.remove(done)) {
            done.deliver(answer);
        }
    }

    /** A callback has failed: that is nobody's business but its own, unless it was killed. */
    private void failed(Failure failure) {
        switch (failure) {
            case Failure.Killed _ -> end = failure;
            case Failure.Canceled _ -> end = canceled ? failure : end;
            case Failure.Raised _, Failure.Rejected _ -> callbackFailed.accept(failure);
        }
    }

    private void await() {
        long now = System.nanoTime();
        long untilTimer = Math.max(0, tasks.timers().due() - pace.now());
        if (now < deadline) {
            waitsFor = inFlight.isEmpty() ? (tasks.areQuiet() ? "events" : "timers") : "operations";
            pace.pass(Math.min(untilTimer, deadline - now), mailbox, isBusy());
            waitsFor = "";
        }
        lookAtLimits();
    }

    /** What runs in Lua looks itself; but not all that is called here is Lua. */
    private void lookAtLimits() {
        if (canceled || Thread.currentThread().isInterrupted()) {
            end = new Failure.Canceled(main.where());
        } else if (System.nanoTime() >= deadline) {
            end = tasks.timeOut(main.where());
        }
    }

    /** Whether nobody is ready, and nothing can come that makes somebody so. */
    private boolean isQuiet() {
        return !isBusy() && tasks.areQuiet();
    }

    /** Whether other threads may have something for this one. */
    private boolean isBusy() {
        return !inFlight.isEmpty() || tasks.sources() > 0;
    }

    private Outcome<T> outcome() {
        if (end != null) {
            return new Outcome.Failed<>(end);
        }
        return switch (main.outcome()) {
            case Step.Returned<T>(T result) -> new Outcome.Returned<>(result);
            case Step.Failed<T>(Failure failure) -> new Outcome.Failed<>(failure);
            case null, default -> throw new AssertionError(main);
        };
    }

    private String deadlock() {
        return main.hasLeft()
                ? "%s: %s has yielded, and nothing is left that could resume it"
                        .formatted(main.where(), invocation.call().function())
                : "%s: deadlock: %s waits, and nothing is left that could wake it"
                        .formatted(main.where(), invocation.call().function());
    }

    /** What the coroutines see of this. */
    private final class Loop implements Runner {

        @Override
        public long now() {
            return pace.now();
        }

        @Override
        public void post(Runnable action) {
            mailbox.put(action);
        }

        @Override
        public void prolong(Duration time) {
            deadline = System.nanoTime() + time.toNanos();
            performer.prolong(time);
        }
    }
}
