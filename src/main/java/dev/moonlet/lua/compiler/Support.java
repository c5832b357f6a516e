package dev.moonlet.lua.compiler;

import dev.moonlet.lua.value.Conversions;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.LuaInt;
import org.luaj.vm2.LuaValue;

/** What compiled code needs beside the operations of the language. */
public final class Support {

    private Support() {}

    /** The constants of the script, for a class that holds some of them. */
    public static LuaValue[] constants(Class<?> holder) {
        return ((CodeLoader) holder.getClassLoader()).constants();
    }

    /** How many times an integer loop goes round after its first, or -1 if it does not begin. */
    public static long loopCount(long start, LuaValue limit, long step) {
        checkStep(step);
        LuaValue number = Conversions.toNumber(limit);
        return switch (number) {
            case LuaInt integer -> loopCount(start, integer.value, step);
            case LuaFloat real -> loopCount(start, real.value, step);
            default -> throw forError("limit", limit);
        };
    }

    public static long loopCount(long start, long limit, long step) {
        checkStep(step);
        if (step > 0 ? start > limit : start < limit) {
            return -1;
        }
        long distance = step > 0 ? limit - start : start - limit;
        long count = Long.divideUnsigned(distance, step > 0 ? step : -step);
        return count < 0 ? Long.MAX_VALUE : count;
    }

    /** A limit that is no number is below all, as in C Lua. */
    public static long loopCount(long start, double limit, long step) {
        checkStep(step);
        if (step > 0) {
            return limit >= 0x1p63
                    ? loopCount(start, Long.MAX_VALUE, step)
                    : limit >= -0x1p63 ? loopCount(start, (long) Math.floor(limit), step) : -1;
        }
        if (limit >= 0x1p63) {
            return -1;
        }
        return limit >= -0x1p63
                ? loopCount(start, (long) Math.ceil(limit), step)
                : loopCount(start, Long.MIN_VALUE, step);
    }

    private static void checkStep(long step) {
        if (step == 0) {
            throw Failures.of("'for' step is zero");
        }
    }

    public static double loopNumber(LuaValue value, String what) {
        LuaValue number = Conversions.toNumber(value);
        if (number == LuaValue.NIL) {
            throw forError(what, value);
        }
        return number.todouble();
    }

    private static RuntimeException forError(String what, LuaValue value) {
        return Failures.of(
                "bad 'for' %s (number expected, got %s)".formatted(what, Failures.typeName(value)));
    }
}
