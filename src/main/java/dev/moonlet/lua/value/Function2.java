package dev.moonlet.lua.value;

import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** A function of two parameters. */
public abstract class Function2 extends Function {

    @Override
    public abstract Varargs apply(LuaValue a, LuaValue b);

    @Override
    public final Varargs apply() {
        return apply(NIL, NIL);
    }

    @Override
    public final Varargs apply(LuaValue a) {
        return apply(a, NIL);
    }

    @Override
    public final Varargs apply(LuaValue a, LuaValue b, LuaValue c) {
        return apply(a, b);
    }

    @Override
    public final Varargs apply(Varargs arguments) {
        return apply(arguments.arg1(), arguments.arg(2));
    }

    @Override
    public final LuaValue call() {
        return call(NIL, NIL);
    }

    @Override
    public final LuaValue call(LuaValue a) {
        return call(a, NIL);
    }

    @Override
    public final LuaValue call(LuaValue a, LuaValue b, LuaValue c) {
        return call(a, b);
    }
}
