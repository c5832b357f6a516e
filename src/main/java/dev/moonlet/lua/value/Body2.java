package dev.moonlet.lua.value;

import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** The body of a function of two parameters: overrides {@code call} or {@code tail}. */
public abstract class Body2 extends ScriptBody {
    @Override
    public LuaValue call(LuaValue a, LuaValue b) {
        return apply(a, b).arg1();
    }

    @Override
    public Varargs apply(LuaValue a, LuaValue b) {
        return TailCall.finish(tail(a, b));
    }

    public Varargs tail(LuaValue a, LuaValue b) {
        return call(a, b);
    }

    @Override
    public final LuaValue call() {
        return call(LuaValue.NIL, LuaValue.NIL);
    }

    @Override
    public final LuaValue call(LuaValue a) {
        return call(a, LuaValue.NIL);
    }

    @Override
    public final LuaValue call(LuaValue a, LuaValue b, LuaValue c) {
        return call(a, b);
    }

    @Override
    public final Varargs apply() {
        return apply(LuaValue.NIL, LuaValue.NIL);
    }

    @Override
    public final Varargs apply(LuaValue a) {
        return apply(a, LuaValue.NIL);
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
    public final Varargs tail(Varargs arguments) {
        return tail(arguments.arg1(), arguments.arg(2));
    }
}
