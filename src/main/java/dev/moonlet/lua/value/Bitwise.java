package dev.moonlet.lua.value;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** {@code & | ~ << >>}, on integers and on floats that are worth one. */
public final class Bitwise {

    private static final String OPERATION = "perform bitwise operation on";

    private Bitwise() {}

    public static LuaValue and(LuaValue a, LuaValue b, @Nullable String x, @Nullable String y) {
        return areIntegers(a, b)
                ? LuaInt.of(a.tolong() & b.tolong())
                : byHandler(Names.BAND, a, b, new Operands(x, y));
    }

    public static LuaValue or(LuaValue a, LuaValue b, @Nullable String x, @Nullable String y) {
        return areIntegers(a, b)
                ? LuaInt.of(a.tolong() | b.tolong())
                : byHandler(Names.BOR, a, b, new Operands(x, y));
    }

    public static LuaValue xor(LuaValue a, LuaValue b, @Nullable String x, @Nullable String y) {
        return areIntegers(a, b)
                ? LuaInt.of(a.tolong() ^ b.tolong())
                : byHandler(Names.BXOR, a, b, new Operands(x, y));
    }

    public static LuaValue shiftLeft(
            LuaValue a, LuaValue b, @Nullable String x, @Nullable String y) {
        return areIntegers(a, b)
                ? LuaInt.of(shiftLeft(a.tolong(), b.tolong()))
                : byHandler(Names.SHL, a, b, new Operands(x, y));
    }

    public static LuaValue shiftRight(
            LuaValue a, LuaValue b, @Nullable String x, @Nullable String y) {
        return areIntegers(a, b)
                ? LuaInt.of(shiftRight(a.tolong(), b.tolong()))
                : byHandler(Names.SHR, a, b, new Operands(x, y));
    }

    public static LuaValue not(LuaValue a, @Nullable String x) {
        return Conversions.isInteger(a)
                ? LuaInt.of(~a.tolong())
                : byHandler(Names.BNOT, a, a, new Operands(x, x));
    }

    /** Bits that leave are lost; a negative shift goes the other way. */
    public static long shiftLeft(long value, long bits) {
        if (bits <= -64 || bits >= 64) {
            return 0;
        }
        return bits >= 0 ? value << bits : value >>> -bits;
    }

    public static long shiftRight(long value, long bits) {
        if (bits <= -64 || bits >= 64) {
            return 0;
        }
        return bits >= 0 ? value >>> bits : value << -bits;
    }

    private static boolean areIntegers(LuaValue a, LuaValue b) {
        return Conversions.isInteger(a) && Conversions.isInteger(b);
    }

    private static LuaValue byHandler(LuaString name, LuaValue a, LuaValue b, Operands operands) {
        LuaValue handler = Metatables.handler(a, b, name);
        if (handler != LuaValue.NIL) {
            return Metatables.call(name, handler, a, b);
        }
        if (!(a instanceof LuaNumber)) {
            throw Failures.type(OPERATION, a, operands.left);
        }
        if (!(b instanceof LuaNumber)) {
            throw Failures.type(OPERATION, b, operands.right);
        }
        String what = Conversions.isInteger(a) ? operands.right : operands.left;
        throw Failures.operation(
                "number%s has no integer representation"
                        .formatted(what == null ? "" : " (" + what + ")"));
    }

    private record Operands(@Nullable String left, @Nullable String right) {}
}
