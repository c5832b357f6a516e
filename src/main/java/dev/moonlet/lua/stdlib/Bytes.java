package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.LuaInt;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code string.byte}, and {@code string.char}, which is its inverse. */
final class Bytes extends Body {

    @Override
    public Varargs apply(Varargs values) {
        Arguments arguments = new Arguments("byte", values);
        LuaString text = arguments.string(1);
        long from = arguments.integer(2, 1);
        long start = Slices.start(from, text.m_length);
        return slice(text, start, Slices.end(arguments.integer(3, from), text.m_length));
    }

    @Override
    public Varargs apply(LuaValue text) {
        return text instanceof LuaString known ? one(known, 1) : super.apply(text);
    }

    @Override
    public Varargs apply(LuaValue text, LuaValue position) {
        return text instanceof LuaString known && position instanceof LuaInt at && at.value > 0
                ? one(known, at.value)
                : super.apply(text, position);
    }

    private static Varargs one(LuaString text, long position) {
        return position <= text.m_length
                ? value(text.m_bytes[text.m_offset + (int) position - 1])
                : LuaValue.NONE;
    }

    private static Varargs slice(LuaString text, long start, int end) {
        if (start >= end) {
            return start == end ? one(text, start) : LuaValue.NONE;
        }
        int count = end - (int) start + 1;
        LuaValue[] values = Results.allocate(count, "string slice too long");
        for (int i = 0; i < count; i++) {
            values[i] = value(text.m_bytes[text.m_offset + (int) start - 1 + i]);
        }
        return LuaValue.varargsOf(values);
    }

    private static LuaInt value(byte one) {
        return LuaInt.of(one & 0xff);
    }

    static LuaString ofValues(Arguments values) {
        byte[] bytes = Buffer.allocate(values.count());
        for (int i = 0; i < bytes.length; i++) {
            long value = values.integer(i + 1);
            if (value < 0 || value > 0xff) {
                throw values.failure(i + 1, "value out of range");
            }
            bytes[i] = (byte) value;
        }
        return LuaString.valueUsing(bytes);
    }
}
