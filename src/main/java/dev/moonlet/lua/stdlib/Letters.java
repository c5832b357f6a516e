package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Poll;
import org.luaj.vm2.LuaString;

/** {@code string.lower}, {@code upper} and {@code reverse}. */
final class Letters {

    private static final byte[] LOWER = new byte[256];
    private static final byte[] UPPER = new byte[256];

    /** How many bytes are mapped between two polls. */
    private static final int STRETCH = 1 << 12;

    static {
        for (int i = 0; i < 256; i++) {
            LOWER[i] = (byte) (i >= 'A' && i <= 'Z' ? i + 'a' - 'A' : i);
            UPPER[i] = (byte) (i >= 'a' && i <= 'z' ? i - 'a' + 'A' : i);
        }
    }

    private Letters() {}

    static LuaString lower(Arguments arguments) {
        return mapped(arguments.string(1), LOWER);
    }

    static LuaString upper(Arguments arguments) {
        return mapped(arguments.string(1), UPPER);
    }

    static LuaString reverse(Arguments arguments) {
        LuaString text = arguments.string(1);
        byte[] reversed = Buffer.allocate(text.m_length);
        int last = text.m_offset + text.m_length - 1;
        int at = 0;
        while (at < reversed.length) {
            int end = at + Math.min(STRETCH, reversed.length - at);
            for (; at < end; at++) {
                reversed[at] = text.m_bytes[last - at];
            }
            Poll.poll();
        }
        return LuaString.valueUsing(reversed);
    }

    private static LuaString mapped(LuaString text, byte[] map) {
        int at = unchanged(text, map);
        if (at == text.m_length) {
            return text;
        }
        byte[] bytes = Buffer.allocate(text.m_length);
        System.arraycopy(text.m_bytes, text.m_offset, bytes, 0, at);
        while (at < bytes.length) {
            int end = at + Math.min(STRETCH, bytes.length - at);
            for (; at < end; at++) {
                bytes[at] = map[text.m_bytes[text.m_offset + at] & 0xff];
            }
            Poll.poll();
        }
        return LuaString.valueUsing(bytes);
    }

    /** How many bytes a text begins with that its map leaves as they are. */
    private static int unchanged(LuaString text, byte[] map) {
        int at = 0;
        while (at < text.m_length) {
            int end = at + Math.min(STRETCH, text.m_length - at);
            for (; at < end; at++) {
                byte one = text.m_bytes[text.m_offset + at];
                if (map[one & 0xff] != one) {
                    return at;
                }
            }
            Poll.poll();
        }
        return at;
    }
}
