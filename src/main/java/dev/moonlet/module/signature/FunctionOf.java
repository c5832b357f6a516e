package dev.moonlet.module.signature;

import java.util.stream.Stream;
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
    public Stream<RecordOf> records() {
        return signature.records();
    }

    @Override
    public String mismatch(LuaValue value) {
        return Types.FUNCTION.mismatch(value);
    }
}
