package dev.moonlet.lua.value;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;

/**
 * {@code + - * / // % ^} and negation. What the operands are in the script goes into errors: the
 * first name is the left operand's, the second the right one's.
 */
public final class Arithmetic {

    private Arithmetic() {}

    public static LuaValue add(LuaValue a, LuaValue b, @Nullable String x, @Nullable String y) {
        if (a instanceof LuaInt one && b instanceof LuaInt other) {
            return LuaInt.of(one.value + other.value);
        }
        if (a instanceof LuaFloat one && b instanceof LuaFloat other) {
            return LuaFloat.of(one.value + other.value);
        }
        return ArithmeticSlow.ADD.apply(a, b, x, y);
    }

    public static LuaValue sub(LuaValue a, LuaValue b, @Nullable String x, @Nullable String y) {
        if (a instanceof LuaInt one && b instanceof LuaInt other) {
            return LuaInt.of(one.value - other.value);
        }
        if (a instanceof LuaFloat one && b instanceof LuaFloat other) {
            return LuaFloat.of(one.value - other.value);
        }
        return ArithmeticSlow.SUB.apply(a, b, x, y);
    }

    public static LuaValue mul(LuaValue a, LuaValue b, @Nullable String x, @Nullable String y) {
        if (a instanceof LuaFloat one && b instanceof LuaFloat other) {
            return LuaFloat.of(one.value * other.value);
        }
        if (a instanceof LuaInt one && b instanceof LuaInt other) {
            return LuaInt.of(one.value * other.value);
        }
        return ArithmeticSlow.MUL.apply(a, b, x, y);
    }

    public static LuaValue div(LuaValue a, LuaValue b, @Nullable String x, @Nullable String y) {
        if (a instanceof LuaFloat one && b instanceof LuaFloat other) {
            return LuaFloat.of(one.value / other.value);
        }
        return ArithmeticSlow.DIV.apply(a, b, x, y);
    }

    public static LuaValue idiv(LuaValue a, LuaValue b, @Nullable String x, @Nullable String y) {
        if (a instanceof LuaInt one && b instanceof LuaInt other) {
            return LuaInt.of(floorDivide(one.value, other.value));
        }
        return ArithmeticSlow.IDIV.apply(a, b, x, y);
    }

    public static LuaValue mod(LuaValue a, LuaValue b, @Nullable String x, @Nullable String y) {
        if (a instanceof LuaInt one && b instanceof LuaInt other) {
            return LuaInt.of(modulo(one.value, other.value));
        }
        return ArithmeticSlow.MOD.apply(a, b, x, y);
    }

    public static LuaValue pow(LuaValue a, LuaValue b, @Nullable String x, @Nullable String y) {
        if (a instanceof LuaFloat one && b instanceof LuaFloat other) {
            return LuaFloat.of(power(one.value, other.value));
        }
        return ArithmeticSlow.POW.apply(a, b, x, y);
    }

    public static LuaValue negate(LuaValue a, @Nullable String x) {
        return switch (a) {
            case LuaInt number -> LuaInt.of(-number.value);
            case LuaFloat number -> LuaFloat.of(-number.value);
            default -> ArithmeticSlow.negate(a, x);
        };
    }

    public static long floorDivide(long a, long b) {
        if (b == 0) {
            throw Failures.operation("attempt to divide by zero");
        }
        return Math.floorDiv(a, b);
    }

    public static double floorDivide(double a, double b) {
        return Math.floor(a / b);
    }

    public static long modulo(long a, long b) {
        if (b == 0) {
            throw Failures.operation("attempt to perform 'n%0'");
        }
        return Math.floorMod(a, b);
    }

    /** As C's fmod, with the sign of the divisor. */
    public static double modulo(double a, double b) {
        double rest = a % b;
        return (rest > 0 ? b < 0 : rest < 0 && b > 0) ? rest + b : rest;
    }

    /** As C's pow: Java's knows no power of an infinite exponent for 1 and -1. */
    public static double power(double a, double b) {
        if (b == 2) {
            return a * a;
        }
        return a == 1 || (a == -1 && Double.isInfinite(b)) ? 1 : Math.pow(a, b);
    }
}
