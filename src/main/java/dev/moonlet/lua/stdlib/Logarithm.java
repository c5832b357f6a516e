package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.LuaInt;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** The functions of {@code math} that take floats apart by their exponents. */
final class Logarithm {

    private static final int PRECISION = 53;

    private Logarithm() {}

    static LuaFloat log(Arguments arguments) {
        double number = arguments.number(1);
        if (arguments.isNil(2)) {
            return LuaFloat.of(Math.log(number));
        }
        double base = arguments.number(2);
        return LuaFloat.of(
                base == 2
                        ? binary(number)
                        : base == 10 ? Math.log10(number) : Math.log(number) / Math.log(base));
    }

    /** Exact for powers of two. */
    private static double binary(double number) {
        if (!(number > 0) || Double.isInfinite(number)) {
            return Math.log(number);
        }
        int exponent = exponent(number);
        if (Math.scalb(number, -exponent) < Math.sqrt(0.5)) {
            exponent--;
        }
        return exponent + Math.log(Math.scalb(number, -exponent)) / Math.log(2);
    }

    /** A fraction from a half to one, and the exponent that it has been freed from. */
    static Varargs split(Arguments arguments) {
        double number = arguments.number(1);
        if (number == 0 || Double.isNaN(number) || Double.isInfinite(number)) {
            return LuaValue.varargsOf(LuaFloat.of(number), LuaInt.of(0));
        }
        int exponent = exponent(number);
        return LuaValue.varargsOf(LuaFloat.of(Math.scalb(number, -exponent)), LuaInt.of(exponent));
    }

    static LuaFloat scale(Arguments arguments) {
        return LuaFloat.of(Math.scalb(arguments.number(1), (int) arguments.integer(2)));
    }

    private static int exponent(double number) {
        return Math.abs(number) < Double.MIN_NORMAL
                ? Math.getExponent(Math.scalb(number, PRECISION)) - PRECISION + 1
                : Math.getExponent(number) + 1;
    }
}
