package dev.moonlet.lua;

import dev.moonlet.lua.coroutine.Carrier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call that runs in a state and may wait for the outside: it yields a request from any depth and
 * is resumed with the answer.
 *
 * @param <T> what the call returns
 */
public final class Coroutine<T> {

    private static final ThreadLocal<@Nullable Coroutine<?>> RUNNING = new ThreadLocal<>();

    private final Carrier carrier;
    private final Supplier<Step<T>> body;
    private final Runnable check;
    private boolean ended;
    private @Nullable Step<T> step;
    private @Nullable Object answer;

    Coroutine(Carrier.Kind kind, Supplier<Step<T>> body, Runnable check) {
        this.body = body;
        this.check = check;
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
        Coroutine<?> running = RUNNING.get();
        if (running == null) {
            throw new IllegalStateException("awaited outside of a coroutine: " + request);
        }
        return running.suspend(request);
    }

    /** Has what takes long on behalf of the running coroutine stopped when its time is over. */
    public static void checkTime() {
        Coroutine<?> running = RUNNING.get();
        if (running != null) {
            running.check.run();
        }
    }

    /** Runs on until the call returns, fails or yields; the first answer is not looked at. */
    public Step<T> resume(@Nullable Object answer) {
        if (ended) {
            throw new IllegalStateException("the coroutine has ended");
        }
        this.answer = answer;
        Coroutine<?> resumer = RUNNING.get();
        RUNNING.set(this);
        try {
            carrier.run();
        } finally {
            RUNNING.set(resumer);
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

    private void runBody() {
        RUNNING.set(this);
        try {
            step = body.get();
        } finally {
            ended = true;
        }
    }

    private @Nullable Object suspend(Object request) {
        step = new Step.Yielded<>(request);
        carrier.suspend();
        RUNNING.set(this);
        return answer;
    }
}
