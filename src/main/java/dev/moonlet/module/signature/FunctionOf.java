package dev.moonlet.module.signature;

import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaValue;

/** A function. */
record FunctionOf(Signature signature) implements Type {

    @Override
    public boolean fits(LuaValue value) {
        return value instanceof LuaFunction;
    }

    @Override
    public String spelled() {
        return signature.spelled();
    }

    @Override
    public String mismatch(LuaValue value) {
        return Types.FUNCTION.mismatch(value);
    }
}
