package dev.moonlet.lua.value;

import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** The body of a function of no parameters: overrides {@code call} or {@code tail}. */
public abstract class Body0 extends ScriptBody {
    @Override
    public LuaValue call() {
        return apply().arg1();
    }

    @Override
    public Varargs apply() {
        return TailCall.finish(tail());
    }

    public Varargs tail() {
        return call();
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
    public final Varargs tail(Varargs arguments) {
        return tail();
    }
}
