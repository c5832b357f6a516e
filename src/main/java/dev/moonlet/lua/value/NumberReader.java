package dev.moonlet.lua.value;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** Reads numbers as they are written in scripts, with spaces around and a sign. */
public final class NumberReader {

    private static final Pattern DECIMAL =
            Pattern.compile("(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");

    private NumberReader() {}

    /** The number that a text spells, or nil. */
    public static LuaValue read(LuaString text) {
        if (text.m_length > 200 && !isShortWhenStripped(text)) {
            return LuaValue.NIL;
        }
        String spelled =
                new String(text.m_bytes, text.m_offset, text.m_length, StandardCharsets.ISO_8859_1);
        String stripped = strip(spelled);
        boolean negative = stripped.startsWith("-");
        String digits = negative || stripped.startsWith("+") ? stripped.substring(1) : stripped;
        if (digits.startsWith("0x") || digits.startsWith("0X")) {
            return new HexReader(digits.substring(2), negative).read();
        }
        return DECIMAL.matcher(digits).matches() ? decimal(digits, negative) : LuaValue.NIL;
    }

    private static LuaValue decimal(String digits, boolean negative) {
        if (digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            try {
                return LuaInt.of(Long.parseLong(negative ? "-" + digits : digits));
            } catch (NumberFormatException tooLarge) {
                // a float, then
            }
        }
        double value = Double.parseDouble(digits);
        return LuaFloat.of(negative ? -value : value);
    }

    /** Far more digits than any double has: C Lua reads no number that is longer. */
    private static boolean isShortWhenStripped(LuaString text) {
        int spaces = 0;
        for (int i = 0; i < text.m_length; i++) {
            if (isSpace((char) (text.m_bytes[text.m_offset + i] & 0xff))) {
                spaces++;
            }
        }
        return text.m_length - spaces <= 200;
    }

    private static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /** Integers that wrap around, and floats with a binary exponent. */
    private record HexReader(String digits, boolean negative) {

        private static final Pattern FLOAT =
                Pattern.compile(
                        "(?:[0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)(?:[pP][+-]?\\d+)?");

        LuaValue read() {
            if (!FLOAT.matcher(digits).matches()) {
                return LuaValue.NIL;
            }
            if (digits.indexOf('.') < 0 && digits.indexOf('p') < 0 && digits.indexOf('P') < 0) {
                return LuaInt.of(negative ? -wrapped() : wrapped());
            }
            String spelled = digits.matches(".*[pP].*") ? digits : digits + "p0";
            double value = Double.parseDouble("0x" + spelled);
            return LuaFloat.of(negative ? -value : value);
        }

        private long wrapped() {
            long value = 0;
            for (int i = 0; i < digits.length(); i++) {
                value = value << 4 | Character.digit(digits.charAt(i), 16);
            }
            return value;
        }
    }
}
