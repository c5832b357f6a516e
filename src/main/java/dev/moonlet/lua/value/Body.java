package dev.moonlet.lua.value;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * What a function does. {@code call} gives its first result, {@code apply} all of them, {@code
 * tail} all of them or a {@link TailCall}; each takes up to three arguments as they are. The three
 * are made of each other: a body has to override one.
 */
public abstract class Body {

    private @Nullable Function function;
    private int mark;

    /** The value whose body this is. */
    public final Function function() {
        Function value = function;
        return value == null ? new Function(this) : value;
    }

    /** Marks this as counted; returns whether it was not. */
    public final boolean mark(int count) {
        boolean isNew = mark != count;
        mark = count;
        return isNew;
    }

    final void isOf(Function value) {
        function = value;
    }

    /** What a loop may use instead of calling this for each round. */
    public @Nullable Cursor cursor(LuaValue state, LuaValue control) {
        return null;
    }

    public Varargs apply(Varargs arguments) {
        return TailCall.finish(tail(arguments));
    }

    public Varargs tail(Varargs arguments) {
        return apply(arguments);
    }

    public Varargs apply() {
        return apply((Varargs) LuaValue.NONE);
    }

    public Varargs apply(LuaValue a) {
        return apply((Varargs) a);
    }

    public Varargs apply(LuaValue a, LuaValue b) {
        return apply(LuaValue.varargsOf(a, b));
    }

    public Varargs apply(LuaValue a, LuaValue b, LuaValue c) {
        return apply(LuaValue.varargsOf(a, b, c));
    }

    public LuaValue call() {
        return apply().arg1();
    }

    public LuaValue call(LuaValue a) {
        return apply(a).arg1();
    }

    public LuaValue call(LuaValue a, LuaValue b) {
        return apply(a, b).arg1();
    }

    public LuaValue call(LuaValue a, LuaValue b, LuaValue c) {
        return apply(a, b, c).arg1();
    }
}
