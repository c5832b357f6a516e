package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Memory;
import dev.moonlet.lua.value.Poll;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** {@code string.rep}. */
final class Rep {

    /** What is copied between two polls. */
    private static final int STRETCH = 1 << 20;

    private Rep() {}

    static LuaString apply(Arguments arguments) {
        LuaString text = arguments.string(1);
        long count = arguments.integer(2);
        LuaString separator = arguments.string(3, LuaValue.EMPTYSTRING);
        long unit = (long) text.m_length + separator.m_length;
        if (count <= 0 || unit == 0) {
            return LuaValue.EMPTYSTRING;
        }
        if (count == 1) {
            return text;
        }
        if (unit > Memory.longestString() / count + 1) {
            throw Failures.of("resulting string too large");
        }
        byte[] bytes = Buffer.allocate(count * unit - separator.m_length);
        text.copyInto(0, bytes, 0, text.m_length);
        separator.copyInto(0, bytes, text.m_length, separator.m_length);
        repeat(bytes, (int) unit);
        return LuaString.valueUsing(bytes);
    }

    /** Fills an array with the bytes that it begins with. */
    private static void repeat(byte[] bytes, int unit) {
        int stretch = unit;
        for (int filled = unit; filled < bytes.length; filled += stretch) {
            stretch = Math.min(filled <= STRETCH ? filled : stretch, bytes.length - filled);
            System.arraycopy(bytes, 0, bytes, filled, stretch);
            Poll.poll();
        }
    }
}
