package dev.moonlet.lua.value;

import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** A function of three parameters. */
public abstract class Function3 extends Function {

    @Override
    public abstract Varargs apply(LuaValue a, LuaValue b, LuaValue c);

    @Override
    public final Varargs apply() {
        return apply(NIL, NIL, NIL);
    }

    @Override
    public final Varargs apply(LuaValue a) {
        return apply(a, NIL, NIL);
    }

    @Override
    public final Varargs apply(LuaValue a, LuaValue b) {
        return apply(a, b, NIL);
    }

    @Override
    public final Varargs apply(Varargs arguments) {
        return apply(arguments.arg1(), arguments.arg(2), arguments.arg(3));
    }

    @Override
    public final LuaValue call() {
        return call(NIL, NIL, NIL);
    }

    @Override
    public final LuaValue call(LuaValue a) {
        return call(a, NIL, NIL);
    }

    @Override
    public final LuaValue call(LuaValue a, LuaValue b) {
        return call(a, b, NIL);
    }
}
