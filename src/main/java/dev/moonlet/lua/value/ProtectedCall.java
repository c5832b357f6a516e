package dev.moonlet.lua.value;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * {@code pcall} and {@code xpcall}: calls a function and returns its errors, and those of a stack
 * that is too deep. Whatever else is thrown, a kill above all, passes.
 */
public final class ProtectedCall {

    private ProtectedCall() {}

    /** Calls without a message handler. */
    public static Varargs call(LuaValue function, Varargs arguments) {
        return run(function, arguments, null);
    }

    /** Calls under a message handler. A stack that is too deep is unwound before it is told. */
    public static Varargs call(LuaValue function, Varargs arguments, LuaValue handler) {
        return run(function, arguments, new MessageHandler(handler));
    }

    private static Varargs run(
            LuaValue function, Varargs arguments, @Nullable MessageHandler handler) {
        Charge charge = Run.current().charge;
        MessageHandler outer = charge.handler;
        charge.handler = handler;
        try {
            return LuaValue.varargsOf(LuaValue.TRUE, Calls.apply(function, arguments));
        } catch (CoroutineClosed closed) {
            throw closed;
        } catch (LuaError error) {
            return failed(value(error, handler));
        } catch (StackOverflowError error) {
            return failed(handled(Failures.overflow(error), handler));
        } finally {
            charge.handler = outer;
        }
    }

    private static Varargs failed(LuaValue value) {
        return LuaValue.varargsOf(LuaValue.FALSE, value);
    }

    private static LuaValue value(LuaError error, @Nullable MessageHandler handler) {
        LuaValue value = ScriptError.value(error);
        boolean done =
                handler == null || (error instanceof ScriptError own && own.isHandledBy(handler));
        return done ? value : handled(value, handler);
    }

    private static LuaValue handled(LuaValue value, @Nullable MessageHandler handler) {
        try {
            return handler == null ? value : handler.handle(value);
        } catch (CoroutineClosed closed) {
            throw closed;
        } catch (LuaError error) {
            return ScriptError.value(error);
        }
    }
}
