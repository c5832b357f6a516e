package dev.moonlet.lua;

import java.nio.charset.StandardCharsets;
import org.luaj.vm2.LuaString;

/** Java's strings as Lua's and back: in UTF-8, beyond the first 65,536 characters too. */
public final class Text {

    private Text() {}

    public static LuaString of(String text) {
        return LuaString.valueUsing(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What is no UTF-8 becomes the replacement character. */
    public static String of(LuaString text) {
        return new String(text.m_bytes, text.m_offset, text.m_length, StandardCharsets.UTF_8);
    }
}
