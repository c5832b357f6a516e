package dev.moonlet.lua.compiler;

import dev.moonlet.lua.value.CoroutineClosed;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Metatables;
import dev.moonlet.lua.value.Names;
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

    /** Closes a value whose scope an error has ended; returns the error that goes on. */
    public static LuaError closeAfter(LuaError error, LuaValue value) {
        if (needsNone(value)) {
            return error;
        }
        try {
            Metatables.call(Names.CLOSE, handler(value), value, error.getMessageObject());
            return error;
        } catch (CoroutineClosed closed) {
            return closed;
        } catch (LuaError another) {
            return error instanceof CoroutineClosed
                    ? new CoroutineClosed(ScriptError.value(another))
                    : another;
        }
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
