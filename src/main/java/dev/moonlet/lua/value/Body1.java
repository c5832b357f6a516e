package dev.moonlet.lua.value;

import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** The body of a function of one parameter: overrides {@code call} or {@code tail}. */
public abstract class Body1 extends ScriptBody {
    @Override
    public LuaValue call(LuaValue a) {
        return apply(a).arg1();
    }

    @Override
    public Varargs apply(LuaValue a) {
        return TailCall.finish(tail(a));
    }

    public Varargs tail(LuaValue a) {
        return call(a);
    }

    @Override
    public final LuaValue call() {
        return call(LuaValue.NIL);
    }

    @Override
    public final LuaValue call(LuaValue a, LuaValue b) {
        return call(a);
    }

    @Override
    public final LuaValue call(LuaValue a, LuaValue b, LuaValue c) {
        return call(a);
    }

    @Override
    public final Varargs apply() {
        return apply(LuaValue.NIL);
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
    public final Varargs tail(Varargs arguments) {
        return tail(arguments.arg1());
    }
}
