package dev.moonlet.lua.value;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;

/** Arithmetic on a value and a number that is known to be a float. */
public final class DoubleArithmetic {

    private DoubleArithmetic() {}

    public static LuaValue add(LuaValue a, double b, @Nullable String x) {
        if (a instanceof LuaFloat number) {
            return LuaFloat.of(number.value + b);
        }
        if (a instanceof LuaInt number) {
            return LuaFloat.of(number.value + b);
        }
        return ArithmeticSlow.ADD.apply(a, LuaFloat.of(b), x, null);
    }

    public static LuaValue add(double a, LuaValue b, @Nullable String y) {
        if (b instanceof LuaFloat number) {
            return LuaFloat.of(a + number.value);
        }
        if (b instanceof LuaInt number) {
            return LuaFloat.of(a + number.value);
        }
        return ArithmeticSlow.ADD.apply(LuaFloat.of(a), b, null, y);
    }

    public static LuaValue sub(LuaValue a, double b, @Nullable String x) {
        if (a instanceof LuaFloat number) {
            return LuaFloat.of(number.value - b);
        }
        if (a instanceof LuaInt number) {
            return LuaFloat.of(number.value - b);
        }
        return ArithmeticSlow.SUB.apply(a, LuaFloat.of(b), x, null);
    }

    public static LuaValue sub(double a, LuaValue b, @Nullable String y) {
        if (b instanceof LuaFloat number) {
            return LuaFloat.of(a - number.value);
        }
        if (b instanceof LuaInt number) {
            return LuaFloat.of(a - number.value);
        }
        return ArithmeticSlow.SUB.apply(LuaFloat.of(a), b, null, y);
    }

    public static LuaValue mul(LuaValue a, double b, @Nullable String x) {
        if (a instanceof LuaFloat number) {
            return LuaFloat.of(number.value * b);
        }
        if (a instanceof LuaInt number) {
            return LuaFloat.of(number.value * b);
        }
        return ArithmeticSlow.MUL.apply(a, LuaFloat.of(b), x, null);
    }

    public static LuaValue mul(double a, LuaValue b, @Nullable String y) {
        if (b instanceof LuaFloat number) {
            return LuaFloat.of(a * number.value);
        }
        if (b instanceof LuaInt number) {
            return LuaFloat.of(a * number.value);
        }
        return ArithmeticSlow.MUL.apply(LuaFloat.of(a), b, null, y);
    }

    public static LuaValue div(LuaValue a, double b, @Nullable String x) {
        if (a instanceof LuaFloat number) {
            return LuaFloat.of(number.value / b);
        }
        if (a instanceof LuaInt number) {
            return LuaFloat.of(number.value / b);
        }
        return ArithmeticSlow.DIV.apply(a, LuaFloat.of(b), x, null);
    }

    public static LuaValue div(double a, LuaValue b, @Nullable String y) {
        if (b instanceof LuaFloat number) {
            return LuaFloat.of(a / number.value);
        }
        if (b instanceof LuaInt number) {
            return LuaFloat.of(a / number.value);
        }
        return ArithmeticSlow.DIV.apply(LuaFloat.of(a), b, null, y);
    }
}
