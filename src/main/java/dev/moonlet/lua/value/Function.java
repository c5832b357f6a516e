package dev.moonlet.lua.value;

import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * A function of Lua: the value. What it does is its {@link Body}, whose class can be small because
 * it need not be a value; every class of LuaJ's values carries two kilobytes of virtual methods.
 */
public final class Function extends LuaFunction {

    public final Body body;

    public Function(Body body) {
        this.body = body;
        body.isOf(this);
        Witness.see(this);
    }

    @Override
    public Varargs invoke(Varargs arguments) {
        return body.apply(Numbers.normal(arguments));
    }

    @Override
    public Varargs onInvoke(Varargs arguments) {
        return invoke(arguments);
    }

    @Override
    public LuaValue call() {
        return body.call();
    }

    @Override
    public LuaValue call(LuaValue a) {
        return body.call(Numbers.normal(a));
    }

    @Override
    public LuaValue call(LuaValue a, LuaValue b) {
        return body.call(Numbers.normal(a), Numbers.normal(b));
    }

    @Override
    public LuaValue call(LuaValue a, LuaValue b, LuaValue c) {
        return body.call(Numbers.normal(a), Numbers.normal(b), Numbers.normal(c));
    }
}
