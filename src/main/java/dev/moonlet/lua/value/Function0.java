package dev.moonlet.lua.value;

import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** A function of no parameters. */
public abstract class Function0 extends Function {

    @Override
    public abstract Varargs apply();

    @Override
    public final Varargs apply(LuaValue a) {
        return apply();
    }

    @Override
    public final Varargs apply(LuaValue a, LuaValue b) {
        return apply();
    }

    @Override
    public final Varargs apply(LuaValue a, LuaValue b, LuaValue c) {
        return apply();
    }

    @Override
    public final Varargs apply(Varargs arguments) {
        return apply();
    }

    @Override
    public final LuaValue call(LuaValue a) {
        return call();
    }

    @Override
    public final LuaValue call(LuaValue a, LuaValue b) {
        return call();
    }

    @Override
    public final LuaValue call(LuaValue a, LuaValue b, LuaValue c) {
        return call();
    }
}
