package dev.moonlet.lua.stdlib;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.moonlet.lua.value.Indexing;
import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.NumberReader;
import dev.moonlet.lua.value.Table;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * Reads constants as Lua writes them, {@code nan} and {@code inf} beside; a byte is a character.
 */
final class Literals {

    private final String text;
    private int index;

    private Literals(String text) {
        this.text = text;
    }

    /** Constants with commas between. */
    static LuaValue[] read(String text) {
        Literals reader = new Literals(text);
        List<LuaValue> values = new ArrayList<>();
        while (reader.peek() != '\0') {
            values.add(reader.value());
            reader.accept(',');
        }
        return values.toArray(LuaValue[]::new);
    }

    private LuaValue value() {
        return switch (peek()) {
            case '"', '\'' -> string();
            case '{' -> table();
            default -> word();
        };
    }

    private LuaValue word() {
        int start = index;
        while (index < text.length() && ",]}= ".indexOf(text.charAt(index)) < 0) {
            index++;
        }
        String word = text.substring(start, index);
        return switch (word) {
            case "nil" -> LuaValue.NIL;
            case "true" -> LuaValue.TRUE;
            case "false" -> LuaValue.FALSE;
            case "nan" -> LuaFloat.of(Double.NaN);
            case "inf" -> LuaFloat.of(Double.POSITIVE_INFINITY);
            case "-inf" -> LuaFloat.of(Double.NEGATIVE_INFINITY);
            default -> number(word);
        };
    }

    private LuaValue number(String word) {
        LuaValue number = NumberReader.read(LuaValue.valueOf(word));
        if (number == LuaValue.NIL) {
            throw new IllegalArgumentException(word + " in " + text);
        }
        return number;
    }

    private LuaValue string() {
        char quote = text.charAt(index++);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (text.charAt(index) != quote) {
            char next = text.charAt(index++);
            bytes.write(next == '\\' ? escape() : next);
        }
        index++;
        return LuaString.valueUsing(bytes.toByteArray());
    }

    /** A letter's, or three decimal digits. */
    private int escape() {
        char letter = text.charAt(index++);
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case '0', '1', '2' -> Integer.parseInt(text.substring(index - 1, index += 2));
            default -> letter;
        };
    }

    private LuaValue table() {
        Table table = new Table();
        accept('{');
        long item = 1;
        while (!accept('}')) {
            if (accept('[')) {
                LuaValue key = value();
                accept(']');
                accept('=');
                Indexing.set(table, key, value(), null);
            } else if (Character.isLetter(peek()) && text.indexOf('=', index) > 0 && isName()) {
                int start = index;
                index = text.indexOf('=', index);
                table.put(LuaValue.valueOf(text.substring(start, index)), afterEquals());
            } else {
                table.put(item++, value());
            }
            accept(',');
        }
        return table;
    }

    private LuaValue afterEquals() {
        accept('=');
        return value();
    }

    private boolean isName() {
        return text.substring(index, text.indexOf('=', index))
                .chars()
                .allMatch(Character::isLetter);
    }

    private char peek() {
        while (index < text.length() && text.charAt(index) == ' ') {
            index++;
        }
        return index < text.length() ? text.charAt(index) : '\0';
    }

    private boolean accept(char expected) {
        boolean accepted = peek() == expected;
        if (accepted) {
            index++;
        }
        return accepted;
    }

    /** Strings as bytes in a Java string. */
    static String bytes(LuaString text) {
        return new String(text.m_bytes, text.m_offset, text.m_length, ISO_8859_1);
    }
}
