package dev.moonlet.lua.coroutine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries a body of code that can stop half way and go on later, on whichever thread runs it next.
 */
public abstract class Carrier {

    /** What a body is carried for. */
    public enum Role {
        /** The run of a call: all that runs within it may stop together, to ask the outside. */
        RUN,
        /** A coroutine of a script, which stops alone. */
        COROUTINE
    }

    private @Nullable Runnable looking;

    /** Makes a carrier for a body: the one choice between the two kinds. */
    @FunctionalInterface
    public interface Kind {
        Carrier carry(Role role, Runnable body);

        Kind CONTINUATION = ContinuationCarrier::new;
        Kind THREAD = (_, body) -> new ThreadCarrier(body);
    }

    /** Continuations where this JVM exports them, else a virtual thread for each body. */
    public static Kind best() {
        return continuationsAreExported() ? Kind.CONTINUATION : Kind.THREAD;
    }

    /** Whether this JVM was started with {@code --add-exports java.base/jdk.internal.vm}. */
    public static boolean continuationsAreExported() {
        Module base = Object.class.getModule();
        return base.isExported("jdk.internal.vm", Carrier.class.getModule());
    }

    /** Runs the body until it suspends or ends. */
    public abstract void run();

    /** Called by the body: returns when {@link #run} is called again. */
    public final void suspend() {
        stop();
        while (act()) {
            stop();
        }
    }

    /** Lets the runner go on until it has the body go on. */
    protected abstract void stop();

    /** Has the other side do something when its turn comes. */
    protected final void leave(Runnable action) {
        looking = action;
    }

    /** Does what the other side has left to do; returns whether there was anything. */
    protected final boolean act() {
        Runnable action = looking;
        looking = null;
        if (action != null) {
            action.run();
        }
        return action != null;
    }

    /** Called by the body where the stack has overflowed within: the next stop is as any other. */
    public abstract void settle();

    /** Has the suspended body do something on its own stack; it is suspended again thereafter. */
    public abstract void look(Runnable action);

    /**
     * Has the one that runs this body do something on its own stack; nothing is done if that is
     * also the stack of the body, which is the one that asks.
     */
    public abstract void lookOutside(Runnable action);

    /** Ends a body that will never be run again. */
    public abstract void abandon();

    /** Throws on what has come out of a body, if anything has. */
    static void rethrow(@Nullable Throwable escaped) {
        if (escaped instanceof Error fatal) {
            throw fatal;
        }
        if (escaped instanceof RuntimeException broken) {
            throw broken;
        }
    }

    /** Where a suspended body is, the innermost call first. */
    public abstract List<StackTraceElement> frames();
}
