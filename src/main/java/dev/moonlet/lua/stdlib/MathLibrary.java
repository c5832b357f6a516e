package dev.moonlet.lua.stdlib;

import static dev.moonlet.lua.stdlib.LibraryFunction.define;

import dev.moonlet.lua.value.Arithmetic;
import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Table;
import java.util.function.Supplier;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * {@code math}, with what Lua 5.1 and 5.2 had beside it: {@code atan2}, {@code cosh}, {@code
 * frexp}, {@code ldexp}, {@code log10}, {@code pow}, {@code sinh} and {@code tanh}.
 */
public final class MathLibrary {

    private static final LuaString INTEGER = LuaValue.valueOf("integer");
    private static final LuaString FLOAT = LuaValue.valueOf("float");

    private MathLibrary() {}

    /**
     * A table of the functions.
     *
     * @param generators finds the random numbers of the state that runs
     */
    public static Table table(Supplier<RandomState> generators) {
        Table table = new Table();
        addConstants(table);
        addNumbers(table);
        addFunctionsOfFloats(table);
        Random random = new Random(generators);
        define(table, "random", random::random);
        define(table, "randomseed", random::seed);
        return table;
    }

    private static void addConstants(Table table) {
        table.put(Interned.of("huge"), LuaFloat.of(Double.POSITIVE_INFINITY));
        table.put(Interned.of("pi"), LuaFloat.of(Math.PI));
        table.put(Interned.of("maxinteger"), LuaInt.of(Long.MAX_VALUE));
        table.put(Interned.of("mininteger"), LuaInt.of(Long.MIN_VALUE));
    }

    private static void addNumbers(Table table) {
        define(table, "abs", MathLibrary::abs);
        define(table, "ceil", new Rounding.Ceil());
        define(table, "floor", new Rounding.Floor());
        define(table, "fmod", MathLibrary::rest);
        define(table, "max", new Extreme("max", true));
        define(table, "min", new Extreme("min", false));
        define(table, "modf", Rounding::split);
        define(table, "tointeger", Rounding::toInteger);
        define(table, "type", MathLibrary::type);
        define(table, "ult", MathLibrary::isLessUnsigned);
    }

    private static void addFunctionsOfFloats(Table table) {
        FloatFunction.define(table, "acos", Math::acos);
        FloatFunction.define(table, "asin", Math::asin);
        define(table, "atan", values -> atan(values.number(1), values.number(2, 1)));
        define(table, "atan2", values -> atan(values.number(1), values.number(2, 1)));
        FloatFunction.define(table, "cos", Math::cos);
        FloatFunction.define(table, "cosh", Math::cosh);
        FloatFunction.define(table, "deg", number -> number * (180 / Math.PI));
        FloatFunction.define(table, "exp", Math::exp);
        define(table, "frexp", Logarithm::split);
        define(table, "ldexp", Logarithm::scale);
        define(table, "log", Logarithm::log);
        FloatFunction.define(table, "log10", Math::log10);
        define(table, "pow", MathLibrary::power);
        FloatFunction.define(table, "rad", number -> number * (Math.PI / 180));
        FloatFunction.define(table, "sin", Math::sin);
        FloatFunction.define(table, "sinh", Math::sinh);
        FloatFunction.define(table, "sqrt", Math::sqrt);
        FloatFunction.define(table, "tan", Math::tan);
        FloatFunction.define(table, "tanh", Math::tanh);
    }

    private static LuaNumber abs(Arguments arguments) {
        return arguments.value(1) instanceof LuaInt number
                ? LuaInt.of(Math.abs(number.value))
                : LuaFloat.of(Math.abs(arguments.number(1)));
    }

    /** What a division leaves, with the sign of the dividend. */
    private static LuaNumber rest(Arguments arguments) {
        if (arguments.value(1) instanceof LuaInt one
                && arguments.value(2) instanceof LuaInt other) {
            if (other.value == 0) {
                throw arguments.failure(2, "zero");
            }
            return LuaInt.of(one.value % other.value);
        }
        double divisor = arguments.number(2);
        return LuaFloat.of(arguments.number(1) % divisor);
    }

    private static LuaValue type(Arguments arguments) {
        return switch (arguments.any(1)) {
            case LuaInt _ -> INTEGER;
            case LuaFloat _ -> FLOAT;
            default -> LuaValue.NIL;
        };
    }

    private static LuaValue isLessUnsigned(Arguments arguments) {
        return LuaValue.valueOf(
                Long.compareUnsigned(arguments.integer(1), arguments.integer(2)) < 0);
    }

    private static LuaFloat atan(double y, double x) {
        return LuaFloat.of(Math.atan2(y, x));
    }

    private static LuaFloat power(Arguments arguments) {
        return LuaFloat.of(Arithmetic.power(arguments.number(1), arguments.number(2)));
    }
}
