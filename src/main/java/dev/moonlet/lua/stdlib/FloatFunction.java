package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.Table;
import java.util.function.DoubleUnaryOperator;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** A function from floats to floats. */
final class FloatFunction extends Body {

    private final String name;
    private final DoubleUnaryOperator operator;

    private FloatFunction(String name, DoubleUnaryOperator operator) {
        this.name = name;
        this.operator = operator;
    }

    static void define(Table library, String name, DoubleUnaryOperator operator) {
        LibraryFunction.define(library, name, new FloatFunction(name, operator));
    }

    @Override
    public Varargs apply(Varargs values) {
        return LuaFloat.of(operator.applyAsDouble(new Arguments(name, values).number(1)));
    }

    @Override
    public Varargs apply(LuaValue value) {
        return value instanceof LuaFloat number
                ? LuaFloat.of(operator.applyAsDouble(number.value))
                : super.apply(value);
    }
}
