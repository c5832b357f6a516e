package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Poll;
import org.luaj.vm2.LuaString;

/** Reads the format of {@code string.pack} and its kin, an option at a time. */
final class PackFormat {

    private static final int MAX_INTEGER = 16;
    private static final int INT = 4;
    private static final int LONG = 8;

    /** A number in a format takes no more digits once it is larger. */
    private static final int MAX_BEFORE_DIGIT = (Integer.MAX_VALUE - 9) / 10;

    private final Arguments arguments;
    private final byte[] bytes;
    private final int end;
    private int at;
    private boolean isLittle = true;
    private int maxAlignment = 1;

    private Kind kind = Kind.NOTHING;
    private int size;
    private int padding;

    /** What an option stands for. */
    enum Kind {
        SIGNED,
        UNSIGNED,
        FLOAT,
        DOUBLE,
        FIXED_TEXT,
        COUNTED_TEXT,
        ZERO_ENDED_TEXT,
        ZERO,
        ALIGNMENT,
        NOTHING
    }

    /** Takes the first argument for the format; a zero ends it. */
    PackFormat(Arguments arguments) {
        this.arguments = arguments;
        LuaString text = arguments.string(1);
        bytes = text.m_bytes;
        at = text.m_offset;
        int zero = ByteSearch.indexOf(bytes, at, at + text.m_length, 0);
        end = zero < 0 ? at + text.m_length : zero;
    }

    /** Goes to the next option, which has so many bytes before it; false behind the last. */
    boolean next(long offset) {
        if (at == end) {
            return false;
        }
        Poll.poll();
        kind = option();
        int alignment = size;
        if (kind == Kind.ALIGNMENT) {
            if (at == end || option() == Kind.FIXED_TEXT || size == 0) {
                throw arguments.failure(1, "invalid next option for option 'X'");
            }
            alignment = size;
            size = 0;
        }
        padding = kind == Kind.FIXED_TEXT ? 0 : padding(alignment, offset);
        return true;
    }

    Kind kind() {
        return kind;
    }

    /** The bytes that the option takes; of a text whose length it does not tell, less that. */
    int size() {
        return size;
    }

    /** The bytes before the option that align it. */
    int padding() {
        return padding;
    }

    /** Which byte of an integer is the one at an index, counted from the lowest. */
    int significance(int index) {
        return isLittle ? index : size - 1 - index;
    }

    private int padding(int alignment, long offset) {
        int unit = Math.min(alignment, maxAlignment);
        if (alignment <= 1) {
            return 0;
        }
        if (Integer.bitCount(unit) != 1) {
            throw arguments.failure(1, "format asks for alignment not power of 2");
        }
        return (int) (-offset & unit - 1);
    }

    private Kind option() {
        byte option = bytes[at++];
        size = 0;
        return switch (option) {
            case 'b' -> sized(Kind.SIGNED, Byte.BYTES);
            case 'B' -> sized(Kind.UNSIGNED, Byte.BYTES);
            case 'h' -> sized(Kind.SIGNED, Short.BYTES);
            case 'H' -> sized(Kind.UNSIGNED, Short.BYTES);
            case 'i' -> sized(Kind.SIGNED, limited(INT));
            case 'I' -> sized(Kind.UNSIGNED, limited(INT));
            case 'l', 'j' -> sized(Kind.SIGNED, LONG);
            case 'L', 'J', 'T' -> sized(Kind.UNSIGNED, LONG);
            case 'f' -> sized(Kind.FLOAT, Float.BYTES);
            case 'd', 'n' -> sized(Kind.DOUBLE, Double.BYTES);
            case 's' -> sized(Kind.COUNTED_TEXT, limited(LONG));
            case 'c' -> sized(Kind.FIXED_TEXT, fixed());
            case 'z' -> Kind.ZERO_ENDED_TEXT;
            case 'x' -> sized(Kind.ZERO, 1);
            case 'X' -> Kind.ALIGNMENT;
            default -> setting(option);
        };
    }

    private Kind setting(byte option) {
        switch (option) {
            case ' ' -> {}
            case '<', '=' -> isLittle = true;
            case '>' -> isLittle = false;
            case '!' -> maxAlignment = limited(LONG);
            default -> {
                Buffer message = new Buffer(0).addAscii("invalid format option '");
                throw Failures.of(message.add(option).add('\'').text());
            }
        }
        return Kind.NOTHING;
    }

    private Kind sized(Kind kind, int size) {
        this.size = size;
        return kind;
    }

    private int limited(int otherwise) {
        int size = number(otherwise);
        if (size < 1 || size > MAX_INTEGER) {
            throw Failures.of("integral size (%d) out of limits [1,16]".formatted(size));
        }
        return size;
    }

    private int fixed() {
        int size = number(-1);
        if (size < 0) {
            throw Failures.of("missing size for format option 'c'");
        }
        return size;
    }

    private int number(int otherwise) {
        if (!isDigit()) {
            return otherwise;
        }
        int number = 0;
        while (isDigit() && number <= MAX_BEFORE_DIGIT) {
            number = 10 * number + bytes[at++] - '0';
        }
        return number;
    }

    private boolean isDigit() {
        return at < end && bytes[at] >= '0' && bytes[at] <= '9';
    }
}
