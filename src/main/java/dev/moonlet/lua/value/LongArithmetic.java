package dev.moonlet.lua.value;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;

/** Arithmetic on a value and a number that is known to be an integer. */
public final class LongArithmetic {

    private LongArithmetic() {}

    public static LuaValue add(LuaValue a, long b, @Nullable String x) {
        if (a instanceof LuaInt number) {
            return LuaInt.of(number.value + b);
        }
        if (a instanceof LuaFloat number) {
            return LuaFloat.of(number.value + b);
        }
        return ArithmeticSlow.ADD.apply(a, LuaInt.of(b), x, null);
    }

    public static LuaValue add(long a, LuaValue b, @Nullable String y) {
        if (b instanceof LuaInt number) {
            return LuaInt.of(a + number.value);
        }
        if (b instanceof LuaFloat number) {
            return LuaFloat.of(a + number.value);
        }
        return ArithmeticSlow.ADD.apply(LuaInt.of(a), b, null, y);
    }

    public static LuaValue sub(LuaValue a, long b, @Nullable String x) {
        if (a instanceof LuaInt number) {
            return LuaInt.of(number.value - b);
        }
        if (a instanceof LuaFloat number) {
            return LuaFloat.of(number.value - b);
        }
        return ArithmeticSlow.SUB.apply(a, LuaInt.of(b), x, null);
    }

    public static LuaValue sub(long a, LuaValue b, @Nullable String y) {
        if (b instanceof LuaInt number) {
            return LuaInt.of(a - number.value);
        }
        if (b instanceof LuaFloat number) {
            return LuaFloat.of(a - number.value);
        }
        return ArithmeticSlow.SUB.apply(LuaInt.of(a), b, null, y);
    }

    /** Of a constant, which C Lua adds the negative of: -0.0 becomes 0.0. */
    public static LuaValue subtractZero(LuaValue a, @Nullable String x) {
        return a instanceof LuaFloat number ? LuaFloat.of(number.value + 0.0) : sub(a, 0, x);
    }

    public static LuaValue mul(LuaValue a, long b, @Nullable String x) {
        if (a instanceof LuaInt number) {
            return LuaInt.of(number.value * b);
        }
        if (a instanceof LuaFloat number) {
            return LuaFloat.of(number.value * b);
        }
        return ArithmeticSlow.MUL.apply(a, LuaInt.of(b), x, null);
    }

    public static LuaValue mul(long a, LuaValue b, @Nullable String y) {
        if (b instanceof LuaInt number) {
            return LuaInt.of(a * number.value);
        }
        if (b instanceof LuaFloat number) {
            return LuaFloat.of(a * number.value);
        }
        return ArithmeticSlow.MUL.apply(LuaInt.of(a), b, null, y);
    }

    public static LuaValue div(LuaValue a, long b, @Nullable String x) {
        if (a instanceof LuaFloat number) {
            return LuaFloat.of(number.value / b);
        }
        if (a instanceof LuaInt number) {
            return LuaFloat.of((double) number.value / b);
        }
        return ArithmeticSlow.DIV.apply(a, LuaInt.of(b), x, null);
    }

    public static LuaValue div(long a, LuaValue b, @Nullable String y) {
        if (b instanceof LuaFloat number) {
            return LuaFloat.of(a / number.value);
        }
        if (b instanceof LuaInt number) {
            return LuaFloat.of((double) a / number.value);
        }
        return ArithmeticSlow.DIV.apply(LuaInt.of(a), b, null, y);
    }

    public static LuaValue idiv(LuaValue a, long b, @Nullable String x) {
        if (a instanceof LuaInt number) {
            return LuaInt.of(Arithmetic.floorDivide(number.value, b));
        }
        return ArithmeticSlow.IDIV.apply(a, LuaInt.of(b), x, null);
    }

    public static LuaValue mod(LuaValue a, long b, @Nullable String x) {
        if (a instanceof LuaInt number) {
            return LuaInt.of(Arithmetic.modulo(number.value, b));
        }
        return ArithmeticSlow.MOD.apply(a, LuaInt.of(b), x, null);
    }
}
