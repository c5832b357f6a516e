package dev.moonlet.lua.value;

import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** A function of one parameter. */
public abstract class Function1 extends Function {

    @Override
    public abstract Varargs apply(LuaValue a);

    @Override
    public final Varargs apply() {
        return apply(NIL);
    }

    @Override
    public final Varargs apply(LuaValue a, LuaValue b) {
        return apply(a);
    }

    @Override
    public final Varargs apply(LuaValue a, LuaValue b, LuaValue c) {
        return apply(a);
    }

    @Override
    public final Varargs apply(Varargs arguments) {
        return apply(arguments.arg1());
    }

    @Override
    public final LuaValue call() {
        return call(NIL);
    }

    @Override
    public final LuaValue call(LuaValue a, LuaValue b) {
        return call(a);
    }

    @Override
    public final LuaValue call(LuaValue a, LuaValue b, LuaValue c) {
        return call(a);
    }
}
