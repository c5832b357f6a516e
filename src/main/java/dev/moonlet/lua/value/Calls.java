package dev.moonlet.lua.value;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * Calls whatever is called: our functions, functions that Java wrote for LuaJ, and values with
 * {@code __call}. What is called goes into the error if it can't be.
 */
public final class Calls {

    private Calls() {}

    public static LuaValue call(LuaValue called) {
        return called instanceof Function function ? function.body.call() : apply(called).arg1();
    }

    public static LuaValue call(LuaValue called, LuaValue a) {
        return called instanceof Function function
                ? function.body.call(a)
                : apply(called, a).arg1();
    }

    public static LuaValue call(LuaValue called, LuaValue a, LuaValue b) {
        return called instanceof Function function
                ? function.body.call(a, b)
                : apply(called, a, b).arg1();
    }

    public static LuaValue call(LuaValue called, LuaValue a, LuaValue b, LuaValue c) {
        return called instanceof Function function
                ? function.body.call(a, b, c)
                : apply(called, a, b, c).arg1();
    }

    public static Varargs apply(LuaValue called) {
        return apply(called, LuaValue.NONE);
    }

    public static Varargs apply(LuaValue called, LuaValue a) {
        return apply(called, (Varargs) a);
    }

    public static Varargs apply(LuaValue called, LuaValue a, LuaValue b) {
        return apply(called, LuaValue.varargsOf(a, b));
    }

    public static Varargs apply(LuaValue called, LuaValue a, LuaValue b, LuaValue c) {
        return apply(called, LuaValue.varargsOf(a, b, c));
    }

    public static Varargs apply(LuaValue called, Varargs arguments) {
        return TailCall.finish(tail(called, arguments));
    }

    /**
     * What a call site calls: the function, or something that calls what is no function of ours.
     */
    public static Body body(LuaValue called, @Nullable String what) {
        return called instanceof Function function ? function.body : new Adapter(called, what);
    }

    /** Calls without finishing the calls that are left. */
    static Varargs tail(LuaValue called, Varargs arguments) {
        return switch (called) {
            case Function function -> function.body.tail(arguments);
            case LuaFunction foreign -> invoke(foreign, arguments);
            default -> tail(handler(called, null), LuaValue.varargsOf(called, arguments));
        };
    }

    /** Calls a function that Java wrote for LuaJ, and places its errors. */
    private static Varargs invoke(LuaFunction foreign, Varargs arguments) {
        try {
            return Numbers.normal(foreign.invoke(arguments));
        } catch (ScriptError | CoroutineClosed own) {
            throw own;
        } catch (LuaError error) {
            throw ScriptError.value(error) instanceof LuaString message
                    ? Failures.of(message)
                    : new ScriptError(ScriptError.value(error));
        }
    }

    /** What a call of something that is no function calls. */
    public static LuaValue handler(LuaValue called, @Nullable String what) {
        LuaValue handler = Metatables.handler(called, Names.CALL);
        if (handler == LuaValue.NIL) {
            throw Failures.type("call", called, what);
        }
        return handler;
    }

    /** Calls a function that Java wrote for LuaJ, or a value with a handler, or fails. */
    private static final class Adapter extends Body {

        private final LuaValue called;
        private final @Nullable String what;

        Adapter(LuaValue called, @Nullable String what) {
            this.called = called;
            this.what = what;
        }

        @Override
        public Varargs apply(Varargs arguments) {
            return TailCall.finish(tail(arguments));
        }

        @Override
        public Varargs tail(Varargs arguments) {
            if (called instanceof LuaFunction) {
                return Calls.tail(called, arguments);
            }
            return Calls.tail(handler(called, what), LuaValue.varargsOf(called, arguments));
        }
    }
}
