package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Failures;
import org.luaj.vm2.LuaError;

/** One directive of a format, as {@code %-5.2f}: the flags, width and precision of a conversion. */
final class Directive {

    private static final String MODIFIERS = "-+ #0123456789.";
    private static final int MAX_MODIFIERS = 20;

    private final byte[] bytes;
    private final int start;
    private final int end;
    private final int conversion;
    private int at;
    private int flagsEnd;
    private int width;
    private int precision = -1;

    /** Finds a directive behind its percent sign. */
    Directive(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        int last = start;
        while (last < end && MODIFIERS.indexOf(bytes[last]) >= 0) {
            last++;
            if (last - start > MAX_MODIFIERS) {
                throw Failures.of("invalid format (too long)");
            }
        }
        conversion = last;
        at = start;
        flagsEnd = start;
    }

    /** What names the conversion, 0 if nothing does. */
    int letter() {
        return conversion < end ? bytes[conversion] : 0;
    }

    /** The index behind the directive. */
    int end() {
        return conversion + 1;
    }

    boolean isPlain() {
        return conversion == start;
    }

    boolean has(char flag) {
        for (int i = start; i < flagsEnd; i++) {
            if (bytes[i] == flag) {
                return true;
            }
        }
        return false;
    }

    /** Digits behind the point, or how long a text may be; -1 if it does not say. */
    int precision() {
        return precision;
    }

    /** Reads the modifiers, some of which a conversion may not know. */
    Directive read(String flags, boolean takesPrecision) {
        while (at < conversion && flags.indexOf(bytes[at]) >= 0) {
            at++;
        }
        flagsEnd = at;
        if (!is('0')) {
            width = number();
            if (takesPrecision && is('.')) {
                at++;
                precision = number();
            }
        }
        if (at < conversion) {
            throw failure("invalid conversion specification: '%", "'");
        }
        return this;
    }

    /** What stands in front of a number. */
    String sign(boolean negative) {
        return negative ? "-" : has('+') ? "+" : has(' ') ? " " : "";
    }

    LuaError unknown() {
        return failure("invalid conversion '%", "' to 'format'");
    }

    /** Adds a text in its width; zeros may come between what is in front and the rest. */
    void add(Buffer out, String front, String rest, boolean zeros) {
        int missing = Math.max(0, width - front.length() - rest.length());
        boolean left = has('-');
        boolean zero = zeros && !left && has('0');
        if (!left && !zero) {
            out.fill(' ', missing);
        }
        out.addAscii(front);
        if (zero) {
            out.fill('0', missing);
        }
        out.addAscii(rest);
        if (left) {
            out.fill(' ', missing);
        }
    }

    /** Adds bytes of a string in its width and precision. */
    void add(Buffer out, byte[] text, int from, int to) {
        int end = precision < 0 ? to : (int) Math.min(to, (long) from + precision);
        int missing = Math.max(0, width - (end - from));
        boolean left = has('-');
        out.fill(' ', left ? 0 : missing);
        out.add(text, from, end);
        out.fill(' ', left ? missing : 0);
    }

    private boolean is(char expected) {
        return at < conversion && bytes[at] == expected;
    }

    /** Two digits at most. */
    private int number() {
        int number = 0;
        for (int i = 0; i < 2 && at < conversion && bytes[at] >= '0' && bytes[at] <= '9'; i++) {
            number = 10 * number + bytes[at++] - '0';
        }
        return number;
    }

    private LuaError failure(String before, String behind) {
        int last = letter() == 0 ? conversion : conversion + 1;
        Buffer message = new Buffer(0).addAscii(before).add(bytes, start, last).addAscii(behind);
        return Failures.of(message.text());
    }
}
