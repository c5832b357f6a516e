package dev.moonlet.lua;

import dev.moonlet.lua.coroutine.Carrier;
import dev.moonlet.lua.value.Run;
import dev.moonlet.lua.value.Traces;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call that runs in a state and may wait for the outside: it yields a request from any depth,
 * coroutines of the script included, and is resumed with the answer, on whichever thread.
 *
 * @param <T> what the call returns
 */
public final class Coroutine<T> extends Run {

    private final Carrier carrier;
    private final Supplier<Step<T>> body;
    private final @Nullable State state;
    private final Limits limits;
    private final long end;
    private boolean ended;
    private volatile boolean late;
    private @Nullable Step<T> step;
    private @Nullable Object answer;

    Coroutine(Carrier.Kind kind, Supplier<Step<T>> body, @Nullable State state, Limits limits) {
        this.body = body;
        this.state = state;
        this.limits = limits;
        end = System.nanoTime() + limits.time().toNanos();
        carrier = kind.carry(Carrier.Role.RUN, this::runBody);
    }

    /** Whether each takes a virtual thread here, because the JVM exports no continuations. */
    public static boolean takesAThread() {
        return !Carrier.continuationsAreExported();
    }

    /**
     * Yields a request to whoever resumes the running coroutine; called by the functions that Java
     * offers to Lua.
     *
     * @return what the coroutine is resumed with
     */
    public static @Nullable Object await(Object request) {
        if (Run.current() instanceof Coroutine<?> running) {
            return running.suspend(request);
        }
        throw new IllegalStateException("awaited outside of a coroutine: " + request);
    }

    /** The state that the calling thread runs in. */
    static State state() {
        if (Run.current() instanceof Coroutine<?> running && running.state != null) {
            return running.state;
        }
        throw new IllegalStateException("no state runs here");
    }

    /** Runs on until the call returns, fails or yields; the first answer is not looked at. */
    public Step<T> resume(@Nullable Object answer) {
        if (ended) {
            throw new IllegalStateException("the coroutine has ended");
        }
        this.answer = answer;
        Run resumer = Run.enter(this);
        try {
            carrier.run();
        } finally {
            Run.enter(resumer);
        }
        if (step == null) {
            throw new IllegalStateException("a coroutine stopped without a step");
        }
        return step;
    }

    /** Ends a coroutine that will not be resumed any more. */
    public void abandon() {
        ended = true;
        carrier.abandon();
    }

    /** Looks whether the time is over, and the run has not ended. */
    boolean isLate(long now) {
        late |= now - end >= 0;
        return late && !ended;
    }

    @Override
    protected void check() {
        if (late) {
            String where = Traces.here(1);
            throw new Kill(
                    new Failure.Killed(
                            "time",
                            limits.time().toMillis() + " ms",
                            where.isEmpty() ? "?" : where.substring(0, where.length() - 2)));
        }
    }

    private void runBody() {
        Run.enter(this);
        try {
            step = body.get();
        } finally {
            ended = true;
        }
    }

    private @Nullable Object suspend(Object request) {
        step = new Step.Yielded<>(request);
        carrier.suspend();
        Run.enter(this);
        isLate(System.nanoTime());
        check();
        return answer;
    }
}
