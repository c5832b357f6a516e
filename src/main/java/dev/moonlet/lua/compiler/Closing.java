package dev.moonlet.lua.compiler;

import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.CoroutineClosed;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Metatables;
import dev.moonlet.lua.value.Names;
import dev.moonlet.lua.value.Run;
import dev.moonlet.lua.value.ScriptError;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;

/** Closes the values of locals that are declared {@code <close>}. */
public final class Closing {

    private Closing() {}

    /** Refuses a value that can't be closed. */
    public static void check(LuaValue value, String name) {
        if (needsNone(value)) {
            return;
        }
        if (Metatables.handler(value, Names.CLOSE) == LuaValue.NIL) {
            throw Failures.of("variable '%s' got a non-closable value".formatted(name));
        }
    }

    /** Closes a value whose scope has ended well. */
    public static void close(LuaValue value) {
        if (!needsNone(value)) {
            Metatables.call(Names.CLOSE, handler(value), value, LuaValue.NIL);
        }
    }

    /**
     * Closes a value whose scope an error has ended, unless what has ended it is a kill; returns
     * the error that goes on.
     */
    public static Throwable closeAfter(Throwable thrown, LuaValue value) {
        if (needsNone(value)) {
            return thrown;
        }
        if (thrown instanceof StackOverflowError overflow) {
            return closeAfter(ScriptError.ofAnother(Failures.overflow(overflow)), value);
        }
        return thrown instanceof LuaError error ? closeAfter(error, value) : thrown;
    }

    private static LuaError closeAfter(LuaError error, LuaValue value) {
        boolean later =
                !(error instanceof CoroutineClosed)
                        && Run.current().leavesOpen(last -> closeNow(last, value));
        return later ? error : closeNow(error, value);
    }

    private static LuaError closeNow(LuaError error, LuaValue value) {
        try {
            LuaValue handler = Metatables.handler(value, Names.CLOSE);
            Calls.call(handler, value, error.getMessageObject());
            return error;
        } catch (CoroutineClosed closed) {
            return closed;
        } catch (LuaError another) {
            return after(error, ScriptError.value(another), another);
        } catch (StackOverflowError overflow) {
            LuaValue failure = Failures.overflow(overflow);
            return after(error, failure, ScriptError.ofAnother(failure));
        }
    }

    /** What goes on when closing has failed. */
    private static LuaError after(LuaError error, LuaValue failure, LuaError another) {
        return error instanceof CoroutineClosed ? new CoroutineClosed(failure) : another;
    }

    private static LuaValue handler(LuaValue value) {
        LuaValue handler = Metatables.handler(value, Names.CLOSE);
        if (handler == LuaValue.NIL) {
            throw Failures.type("call", handler, "metamethod 'close'");
        }
        return handler;
    }

    private static boolean needsNone(LuaValue value) {
        return value == LuaValue.NIL || value == LuaValue.FALSE;
    }
}
