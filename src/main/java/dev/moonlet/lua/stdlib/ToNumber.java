package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Conversions;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Poll;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code tonumber}; with a base, an integer that wraps around. */
final class ToNumber extends Body {

    @Override
    public Varargs apply(Varargs values) {
        Arguments arguments = new Arguments("tonumber", values);
        if (arguments.isNil(2)) {
            return Conversions.toNumber(arguments.any(1));
        }
        long base = arguments.integer(2);
        if (!(arguments.value(1) instanceof LuaString text)) {
            throw arguments.unexpected(1, "string");
        }
        if (base < Character.MIN_RADIX || base > Character.MAX_RADIX) {
            throw arguments.failure(2, "base out of range");
        }
        return read(text, (int) base);
    }

    @Override
    public Varargs apply(LuaValue value) {
        return Conversions.toNumber(value);
    }

    private static LuaValue read(LuaString text, int base) {
        int start = 0;
        int end = text.m_length;
        while (start < end && isSpace(text.luaByte(start))) {
            Poll.poll();
            start++;
        }
        while (end > start && isSpace(text.luaByte(end - 1))) {
            Poll.poll();
            end--;
        }
        boolean negative = start < end && text.luaByte(start) == '-';
        boolean signed = negative || (start < end && text.luaByte(start) == '+');
        return digits(text.substring(signed ? start + 1 : start, end), base, negative);
    }

    private static LuaValue digits(LuaString digits, int base, boolean negative) {
        long value = 0;
        for (int i = 0; i < digits.m_length; i++) {
            Poll.poll();
            int digit = Character.digit(digits.luaByte(i), base);
            if (digit < 0) {
                return LuaValue.NIL;
            }
            value = value * base + digit;
        }
        return digits.m_length == 0 ? LuaValue.NIL : LuaInt.of(negative ? -value : value);
    }

    private static boolean isSpace(int character) {
        return character == ' ' || (character >= '\t' && character <= '\r');
    }
}
