package dev.moonlet.lua;

import java.nio.charset.StandardCharsets;
import org.luaj.vm2.LuaString;

/** Java's strings as Lua's and back: in UTF-8, beyond the first 65,536 characters too. */
public final class Text {

    private Text() {}

    public static LuaString of(String text) {
        return LuaString.valueUsing(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What Java knows as characters, without a string of Java's if they are ASCII. */
    public static LuaString of(char[] text, int offset, int length) {
        byte[] bytes = new byte[length];
        int all = 0;
        for (int i = 0; i < length; i++) {
            char character = text[offset + i];
            all |= character;
            bytes[i] = (byte) character;
        }
        return (all & ~0x7f) == 0
                ? LuaString.valueUsing(bytes)
                : of(new String(text, offset, length));
    }

    /** What is no UTF-8 becomes the replacement character. */
    public static String of(LuaString text) {
        return new String(text.m_bytes, text.m_offset, text.m_length, StandardCharsets.UTF_8);
    }
}
