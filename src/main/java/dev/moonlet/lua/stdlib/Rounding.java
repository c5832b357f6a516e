package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Conversions;
import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Numbers;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** The functions of {@code math} that make integers of floats, where they fit. */
final class Rounding {

    private Rounding() {}

    static LuaValue toInteger(Arguments arguments) {
        LuaValue number = Conversions.toNumber(arguments.any(1));
        return Conversions.isInteger(number) ? LuaInt.of(number.tolong()) : LuaValue.NIL;
    }

    /** The part before the point, and the part behind it, which is always a float. */
    static Varargs split(Arguments arguments) {
        if (arguments.value(1) instanceof LuaInt number) {
            return LuaValue.varargsOf(number, LuaFloat.of(0));
        }
        double number = arguments.number(1);
        double whole = number < 0 ? Math.ceil(number) : Math.floor(number);
        double rest = number == whole ? 0 : number - whole;
        return LuaValue.varargsOf(integerIfFits(whole), LuaFloat.of(rest));
    }

    private static LuaNumber integerIfFits(double number) {
        return Numbers.isInteger(number) ? LuaInt.of((long) number) : LuaFloat.of(number);
    }

    /** {@code math.floor}. */
    static final class Floor extends Body {

        @Override
        public Varargs apply(Varargs values) {
            return values.arg1() instanceof LuaInt number
                    ? number
                    : floor(new Arguments("floor", values).number(1));
        }

        @Override
        public Varargs apply(LuaValue value) {
            return value instanceof LuaFloat number ? floor(number.value) : super.apply(value);
        }

        private static LuaNumber floor(double number) {
            return integerIfFits(Math.floor(number));
        }
    }

    /** {@code math.ceil}. */
    static final class Ceil extends Body {

        @Override
        public Varargs apply(Varargs values) {
            return values.arg1() instanceof LuaInt number
                    ? number
                    : ceil(new Arguments("ceil", values).number(1));
        }

        @Override
        public Varargs apply(LuaValue value) {
            return value instanceof LuaFloat number ? ceil(number.value) : super.apply(value);
        }

        private static LuaNumber ceil(double number) {
            return integerIfFits(Math.ceil(number));
        }
    }
}
