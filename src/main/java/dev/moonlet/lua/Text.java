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
        return isAscii(all) ? LuaString.valueUsing(bytes) : of(new String(text, offset, length));
    }

    /** What is no UTF-8 becomes the replacement character. */
    public static String of(LuaString text) {
        return new String(text.m_bytes, text.m_offset, text.m_length, StandardCharsets.UTF_8);
    }

    public static boolean isUtf8(LuaString text) {
        int all = 0;
        for (int i = text.m_offset; i < text.m_offset + text.m_length; i++) {
            all |= text.m_bytes[i];
        }
        return isAscii(all) || isDecoded(of(text), text);
    }

    private static boolean isAscii(int all) {
        return (all & ~0x7f) == 0;
    }

    /** A text may hold replacement characters of its own. */
    private static boolean isDecoded(String decoded, LuaString text) {
        return decoded.indexOf('\ufffd') < 0 || of(decoded).raweq(text);
    }
}
