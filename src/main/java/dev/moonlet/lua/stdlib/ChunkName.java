package dev.moonlet.lua.stdlib;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.luaj.vm2.LuaString;

/** How messages show the name of a chunk: a file's, any other's, or the beginning of its text. */
final class ChunkName {

    /** The longest that C Lua shows. */
    private static final int LENGTH = 59;

    private static final String CUT = "...";
    private static final int TEXT_LENGTH = 45;

    private ChunkName() {}

    static String shown(LuaString name) {
        int length = end(name, (byte) 0, name.m_length);
        return switch (length == 0 ? 0 : name.luaByte(0)) {
            case '=' -> part(name, 1, Math.min(length, LENGTH + 1));
            case '@' ->
                    length <= LENGTH + 1
                            ? part(name, 1, length)
                            : CUT + part(name, length - LENGTH + CUT.length(), length);
            default -> "[string \"" + text(name, length) + "\"]";
        };
    }

    /** The first line; a longer one is cut. */
    private static String text(LuaString name, int length) {
        int line = end(name, (byte) '\n', Math.min(length, TEXT_LENGTH));
        return part(name, 0, line) + (line == length && line < TEXT_LENGTH ? "" : CUT);
    }

    /** Where a byte ends a text of a length. */
    private static int end(LuaString text, byte terminator, int length) {
        int index = text.indexOf(terminator, 0);
        return index < 0 ? length : Math.min(index, length);
    }

    private static String part(LuaString name, int from, int to) {
        return new String(name.m_bytes, name.m_offset + from, to - from, UTF_8);
    }
}
