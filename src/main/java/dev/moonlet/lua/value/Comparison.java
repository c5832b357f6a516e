package dev.moonlet.lua.value;

import java.util.Arrays;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** {@code ==}, {@code <} and {@code <=}. */
public final class Comparison {

    private Comparison() {}

    public static boolean equal(LuaValue left, LuaValue right) {
        if (left == right) {
            return !(left instanceof LuaFloat number) || !Double.isNaN(number.value);
        }
        if (left instanceof Table one && right instanceof Table other) {
            LuaValue handler = Metatables.handler(one, other, Names.EQ);
            return handler != LuaValue.NIL
                    && isTrue(Metatables.call(Names.EQ, handler, left, right));
        }
        return rawEqual(left, right);
    }

    public static boolean rawEqual(LuaValue left, LuaValue right) {
        if (left instanceof LuaInt one) {
            return right instanceof LuaInt other
                    ? one.value == other.value
                    : right instanceof LuaFloat real && equal(one.value, real.value);
        }
        if (left instanceof LuaFloat one) {
            return right instanceof LuaFloat other
                    ? one.value == other.value
                    : right instanceof LuaInt whole && equal(whole.value, one.value);
        }
        if (left instanceof LuaString text) {
            return right instanceof LuaString other && text.raweq(other);
        }
        return left == right || (left.type() == right.type() && left.raweq(right));
    }

    public static boolean less(LuaValue left, LuaValue right) {
        if (left instanceof LuaInt one && right instanceof LuaInt other) {
            return one.value < other.value;
        }
        if (left instanceof LuaFloat one && right instanceof LuaFloat other) {
            return one.value < other.value;
        }
        return lessSlow(left, right);
    }

    public static boolean lessOrEqual(LuaValue left, LuaValue right) {
        if (left instanceof LuaInt one && right instanceof LuaInt other) {
            return one.value <= other.value;
        }
        if (left instanceof LuaFloat one && right instanceof LuaFloat other) {
            return one.value <= other.value;
        }
        return lessOrEqualSlow(left, right);
    }

    public static boolean equal(LuaValue left, long right) {
        return left instanceof LuaInt number
                ? number.value == right
                : left instanceof LuaFloat real && equal(right, real.value);
    }

    public static boolean less(LuaValue left, long right) {
        return left instanceof LuaInt number
                ? number.value < right
                : lessSlow(left, LuaInt.of(right));
    }

    public static boolean lessOrEqual(LuaValue left, long right) {
        return left instanceof LuaInt number
                ? number.value <= right
                : lessOrEqualSlow(left, LuaInt.of(right));
    }

    public static boolean greater(LuaValue left, long right) {
        return left instanceof LuaInt number
                ? number.value > right
                : lessSlow(LuaInt.of(right), left);
    }

    public static boolean greaterOrEqual(LuaValue left, long right) {
        return left instanceof LuaInt number
                ? number.value >= right
                : lessOrEqualSlow(LuaInt.of(right), left);
    }

    private static boolean lessSlow(LuaValue left, LuaValue right) {
        if (left instanceof LuaInt one && right instanceof LuaFloat other) {
            return less(one.value, other.value);
        }
        if (left instanceof LuaFloat one && right instanceof LuaInt other) {
            return !Double.isNaN(one.value) && !lessOrEqual(other.value, one.value);
        }
        if (left instanceof LuaString one && right instanceof LuaString other) {
            return compare(one, other) < 0;
        }
        LuaValue handler = Metatables.handler(left, right, Names.LT);
        if (handler == LuaValue.NIL) {
            throw Failures.compare(left, right);
        }
        return isTrue(Metatables.call(Names.LT, handler, left, right));
    }

    private static boolean lessOrEqualSlow(LuaValue left, LuaValue right) {
        if (left instanceof LuaInt one && right instanceof LuaFloat other) {
            return lessOrEqual(one.value, other.value);
        }
        if (left instanceof LuaFloat one && right instanceof LuaInt other) {
            return !Double.isNaN(one.value) && !less(other.value, one.value);
        }
        if (left instanceof LuaString one && right instanceof LuaString other) {
            return compare(one, other) <= 0;
        }
        LuaValue handler = Metatables.handler(left, right, Names.LE);
        return handler == LuaValue.NIL
                ? isNotGreater(left, right)
                : isTrue(Metatables.call(Names.LE, handler, left, right));
    }

    /** As C Lua was built to do, so that scripts for Lua 5.3 go on working. */
    private static boolean isNotGreater(LuaValue one, LuaValue other) {
        LuaValue handler = Metatables.handler(other, one, Names.LT);
        if (handler == LuaValue.NIL) {
            throw Failures.compare(one, other);
        }
        return !isTrue(Metatables.call(Names.LT, handler, other, one));
    }

    /** An integer is compared with a float as what both are worth, not as what they round to. */
    private static boolean equal(long left, double right) {
        return right == Math.rint(right)
                && right >= -0x1p63
                && right < 0x1p63
                && (long) right == left;
    }

    private static boolean less(long left, double right) {
        if (right >= 0x1p63) {
            return true;
        }
        return right > -0x1p63 && left < (long) Math.ceil(right);
    }

    private static boolean lessOrEqual(long left, double right) {
        if (right >= 0x1p63) {
            return true;
        }
        return right >= -0x1p63 && left <= (long) Math.floor(right);
    }

    /** Strings compare byte by byte, without a sign. */
    static int compare(LuaString left, LuaString right) {
        return Arrays.compareUnsigned(
                left.m_bytes,
                left.m_offset,
                left.m_offset + left.m_length,
                right.m_bytes,
                right.m_offset,
                right.m_offset + right.m_length);
    }

    public static boolean isTrue(LuaValue value) {
        return value != LuaValue.NIL && value != LuaValue.FALSE;
    }
}
