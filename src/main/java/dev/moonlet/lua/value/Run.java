package dev.moonlet.lua.value;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;

/**
 * What belongs to the run of a script that a thread is in: it goes from thread to thread with the
 * run.
 */
public class Run {

    protected static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    /** The coroutine that runs, unless it is the script itself. */
    public @Nullable LuaValue coroutine;

    /** What the script itself is as a coroutine, as soon as it has asked. */
    public @Nullable LuaValue main;

    public Charge charge = new Charge(null);

    protected Run() {}

    /** Throws if this run is to end here. */
    protected void check() {}

    /** Throws if so many bytes more are too many for this run. */
    protected void charge(long bytes) {
        if (bytes > LONGEST_ARRAY) {
            throw Failures.of("not enough memory");
        }
    }

    /** The most bytes that a string may have. */
    protected long longestString() {
        return LONGEST_ARRAY;
    }

    /** A coroutine begins; throws if there are too many. */
    public void coroutineBegins() {}

    public void coroutineEnds() {}

    /** The stack has overflowed, which is caught where this is called. */
    public void overflowed() {}

    /** What waits on its stack is canceled, and has to look. */
    public void interrupt() {}

    /**
     * The coroutine that has begun with this run yields: the run is over, and it goes on in others.
     */
    public void leaves(LuaValue yielded) {}

    /** The script closes a coroutine that is suspended. */
    public void closes(LuaValue closed) {}

    /** Whether this is canceled: it unwinds through all its coroutines. */
    public boolean isEnding() {
        return false;
    }

    public static Run current() {
        return ThisThread.run();
    }

    /** Says that this thread is in a run from now on; returns the one that it was in. */
    public static Run enter(Run run) {
        Run last = ThisThread.run();
        if (last != run) {
            ThisThread.enter(run);
        }
        return last;
    }

    /** Lets other threads run for so long. */
    public static void pause(long nanos) {
        ThisThread.park(nanos);
    }

    /**
     * Leaves a value open that an error has reached, if the error ends the coroutine.
     *
     * @param closing what is done when the coroutine is closed
     */
    public boolean leavesOpen(UnaryOperator<LuaError> closing) {
        return charge.handler instanceof Demise demise && demise.keep(closing);
    }
}
