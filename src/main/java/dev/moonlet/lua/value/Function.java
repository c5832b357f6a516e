package dev.moonlet.lua.value;

import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * A function of Lua. {@code call} gives its first result, {@code apply} all of them; both take up
 * to three arguments as they are. {@link #tail} may return a {@link TailCall} instead of making it.
 */
public abstract class Function extends LuaFunction {

    public abstract Varargs apply(Varargs arguments);

    public Varargs apply() {
        return apply((Varargs) NONE);
    }

    public Varargs apply(LuaValue a) {
        return apply((Varargs) a);
    }

    public Varargs apply(LuaValue a, LuaValue b) {
        return apply(varargsOf(a, b));
    }

    public Varargs apply(LuaValue a, LuaValue b, LuaValue c) {
        return apply(varargsOf(a, b, c));
    }

    /** All results, or a call that is still to be made for them. */
    public Varargs tail(Varargs arguments) {
        return apply(arguments);
    }

    @Override
    public LuaValue call() {
        return apply().arg1();
    }

    @Override
    public LuaValue call(LuaValue a) {
        return apply(a).arg1();
    }

    @Override
    public LuaValue call(LuaValue a, LuaValue b) {
        return apply(a, b).arg1();
    }

    @Override
    public LuaValue call(LuaValue a, LuaValue b, LuaValue c) {
        return apply(a, b, c).arg1();
    }

    @Override
    public final Varargs invoke(Varargs arguments) {
        return apply(Numbers.normal(arguments));
    }

    @Override
    public final Varargs onInvoke(Varargs arguments) {
        return invoke(arguments);
    }
}
