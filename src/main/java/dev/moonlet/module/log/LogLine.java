package dev.moonlet.module.log;

import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.Strings;
import dev.moonlet.lua.value.Table;
import java.util.Arrays;
import java.util.Comparator;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** One line of the log: nothing that a script puts into it begins another. */
final class LogLine {

    /** Longer than what anybody reads; what is behind it is left out. */
    private static final int LONGEST = 8_000;

    private final StringBuilder line = new StringBuilder();

    LogLine message(LuaValue message) {
        append(cut(Strings.text(message)));
        return this;
    }

    /** Adds {@code key=value} for each, in the order of the keys. */
    LogLine fields(Table fields) {
        LuaValue[] keys = fields.keys();
        Arrays.sort(keys, Comparator.comparing(LuaValue::tojstring));
        for (LuaValue key : keys) {
            Poll.poll();
            if (line.length() > LONGEST) {
                break;
            }
            line.append(' ');
            append(word(key));
            line.append('=');
            append(word(fields.rawget(key)));
        }
        return this;
    }

    String text() {
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line.toString();
    }

    /** A text in quotes where its end would not be seen otherwise. */
    private static String word(LuaValue value) {
        String text = cut(Strings.text(value));
        return text.isEmpty() || text.chars().anyMatch(LogLine::needsQuotes)
                ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                : text;
    }

    private static boolean needsQuotes(int character) {
        return character == ' ' || character == '=' || character == '"';
    }

    private static String cut(LuaString text) {
        return Text.of(text.m_length > LONGEST ? text.substring(0, LONGEST) : text);
    }

    private void append(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> appendVisible(character);
            }
        }
    }

    /** Control characters, and Unicode's own line ends, are spelled. */
    private void appendVisible(char character) {
        if (Character.isISOControl(character) || character == '\u2028' || character == '\u2029') {
            line.append("\\u%04x".formatted((int) character));
        } else {
            line.append(character);
        }
    }
}
