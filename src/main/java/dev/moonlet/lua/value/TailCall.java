package dev.moonlet.lua.value;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** A call that a function has left for its caller to make, so that it takes no stack. */
public final class TailCall extends Varargs {

    private final LuaValue function;
    private final Varargs arguments;

    private TailCall(LuaValue function, Varargs arguments) {
        this.function = function;
        this.arguments = arguments;
    }

    /**
     * Leaves a call, unless it can't be made: that is an error of the function that leaves it. So
     * are the errors of library functions, which are called at once.
     *
     * @param what is called, for that error
     */
    public static Varargs of(LuaValue function, Varargs arguments, @Nullable String what) {
        if (function instanceof Function known && known.body instanceof ScriptBody) {
            return new TailCall(function, arguments);
        }
        if (function instanceof LuaFunction) {
            return Calls.apply(function, arguments);
        }
        LuaValue handler = Calls.handler(function, what);
        return of(handler, LuaValue.varargsOf(function, arguments), null);
    }

    /** Makes what is left of a function's calls. */
    public static Varargs finish(Varargs results) {
        Varargs last = results;
        while (last instanceof TailCall next) {
            last = Calls.tail(next.function, next.arguments);
        }
        return last;
    }

    @Override
    public LuaValue arg(int index) {
        return finish(this).arg(index);
    }

    @Override
    public int narg() {
        return finish(this).narg();
    }

    @Override
    public LuaValue arg1() {
        return finish(this).arg1();
    }

    @Override
    public Varargs subargs(int start) {
        return finish(this).subargs(start);
    }
}
