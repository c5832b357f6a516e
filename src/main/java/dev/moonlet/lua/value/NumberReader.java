package dev.moonlet.lua.value;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Pattern;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** Reads numbers as they are written in scripts, with spaces around and a sign. */
public final class NumberReader {

    /** No number that means something is longer. */
    private static final int MAX_LENGTH = 1 << 16;

    /** So many digits are less than 2^63. */
    private static final int SAFE_DIGITS = 18;

    private static final Pattern DECIMAL =
            Pattern.compile("(?:\\d++\\.?+\\d*+|\\.\\d++)(?:[eE][+-]?+\\d++)?+");

    private NumberReader() {}

    /** The number that a text spells, or nil. */
    public static LuaValue read(LuaString text) {
        int start = text.m_offset;
        int end = start + text.m_length;
        while (start < end && isSpace(text.m_bytes[start])) {
            Poll.poll();
            start++;
        }
        while (end > start && isSpace(text.m_bytes[end - 1])) {
            Poll.poll();
            end--;
        }
        if (end > start && end - start <= SAFE_DIGITS && isDigits(text.m_bytes, start, end)) {
            return integer(text.m_bytes, start, end);
        }
        return end - start <= MAX_LENGTH
                ? read(new String(text.m_bytes, start, end - start, ISO_8859_1))
                : LuaValue.NIL;
    }

    private static boolean isDigits(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private static LuaInt integer(byte[] digits, int start, int end) {
        long value = 0;
        for (int i = start; i < end; i++) {
            value = value * 10 + digits[i] - '0';
        }
        return LuaInt.of(value);
    }

    private static LuaValue read(String spelled) {
        boolean negative = spelled.startsWith("-");
        String digits = negative || spelled.startsWith("+") ? spelled.substring(1) : spelled;
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

    private static boolean isSpace(byte character) {
        return character == ' ' || (character >= '\t' && character <= '\r');
    }

    /** Integers that wrap around, and floats with a binary exponent. */
    private record HexReader(String digits, boolean negative) {

        private static final Pattern FLOAT =
                Pattern.compile(
                        "(?:[0-9a-fA-F]++\\.?+[0-9a-fA-F]*+|\\.[0-9a-fA-F]++)(?:[pP][+-]?+\\d++)?+");

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
