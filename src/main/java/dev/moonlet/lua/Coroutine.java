package dev.moonlet.lua;

import dev.moonlet.lua.coroutine.Carrier;
import dev.moonlet.lua.memory.LiveFrames;
import dev.moonlet.lua.value.Run;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;

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
    private final Meter meter;
    private final Allowance allowance;
    private boolean ended;
    private @Nullable Usage usage;
    private @Nullable Step<T> step;
    private @Nullable Object answer;

    Coroutine(Carrier.Kind kind, Supplier<Step<T>> body, @Nullable State state, Limits limits) {
        this.body = body;
        this.state = state;
        meter = new Meter(kind == Carrier.Kind.CONTINUATION);
        allowance = new Allowance(limits, meter, state == null ? new Heap(List::of) : state.heap());
        carrier = kind.carry(Carrier.Role.RUN, new Start());
        if (state != null) {
            Watchdog.guard(allowance);
        }
    }

    /** Whether each takes a virtual thread here, because the JVM exports no continuations. */
    public static boolean takesAThread() {
        return !Carrier.continuationsAreExported();
    }

    /** Whether all that a call holds is counted, because the JVM opens {@code java.lang}. */
    public static boolean isCountedWhole() {
        return LiveFrames.areOpen();
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

    /** What {@code require} gives the running script for a name. */
    public static LuaValue require(String module) {
        return state().require(module);
    }

    /** Counts what the running call prints, and kills it if that is too much. */
    public static void countOutput(long bytes) {
        running().allowance.print(bytes);
    }

    /** The state that the calling thread runs in. */
    static State state() {
        State state = running().state;
        if (state != null) {
            return state;
        }
        throw new IllegalStateException("no state runs here");
    }

    /** The run that the calling thread is in. */
    static Coroutine<?> running() {
        if (Run.current() instanceof Coroutine<?> running) {
            return running;
        }
        throw new IllegalStateException("nothing runs here");
    }

    /** Runs on until the call returns, fails or yields; the first answer is not looked at. */
    public Step<T> resume(@Nullable Object answer) {
        if (ended) {
            throw new IllegalStateException("the coroutine has ended");
        }
        this.answer = answer;
        Run resumer = Run.enter(this);
        meter.enter();
        try {
            carrier.run();
        } finally {
            leave(resumer);
        }
        if (step == null) {
            throw new IllegalStateException("a coroutine stopped without a step");
        }
        return step;
    }

    private void leave(Run resumer) {
        meter.leave();
        Run.enter(resumer);
        if (ended) {
            usage = allowance.settle();
        }
    }

    /** Ends a coroutine that will not be resumed any more. */
    public void abandon() {
        ended = true;
        carrier.abandon();
        usage = allowance.settle();
    }

    /** What has been used, once the call is over. */
    public Usage usage() {
        if (usage == null) {
            throw new IllegalStateException("the coroutine has not ended");
        }
        return usage;
    }

    @Override
    protected void check() {
        allowance.check();
    }

    @Override
    protected void charge(long bytes) {
        super.charge(bytes);
        allowance.charge(bytes);
    }

    @Override
    protected long longestString() {
        return Math.min(super.longestString(), allowance.longestString());
    }

    @Override
    public void coroutineBegins() {
        allowance.coroutineBegins();
    }

    @Override
    public void coroutineEnds() {
        allowance.coroutineEnds();
    }

    private @Nullable Object suspend(Object request) {
        allowance.rest();
        step = new Step.Yielded<>(request);
        carrier.suspend();
        Run.enter(this);
        allowance.isDue();
        check();
        return answer;
    }

    /** Where the run begins: what is on the stack above it belongs to the script. */
    final class Start implements Runnable {

        @Override
        public void run() {
            Run.enter(Coroutine.this);
            try {
                step = body.get();
            } finally {
                ended = true;
            }
        }
    }
}
