package dev.moonlet.lua.value;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** A call that a function has left for its caller to make, so that it takes no stack. */
public final class TailCall extends Varargs {

    private final LuaValue function;
    private final Varargs arguments;

    /**
     * Leaves a call, unless it can't be made: that is an error of the function that leaves it.
     *
     * @param what is called, for that error
     */
    public TailCall(LuaValue function, Varargs arguments, @Nullable String what) {
        if (!(function instanceof LuaFunction)) {
            Calls.handler(function, what);
        }
        this.function = function;
        this.arguments = arguments;
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
