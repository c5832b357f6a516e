package dev.moonlet.lua.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The bytes of a script, and how far they are read. */
final class Source {

    /** What is behind the last byte. */
    static final int END = -1;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int LONGEST_EXCERPT = 1000;

    private final String chunk;
    private final byte[] bytes;
    private int index;
    private int line = 1;
    private int lineStart;

    Source(String chunk, byte[] bytes) {
        this.chunk = chunk;
        this.bytes = bytes;
        skipMark();
        skipLauncher();
    }

    int peek() {
        return index < bytes.length ? bytes[index] & 0xFF : END;
    }

    int peek(int ahead) {
        return index + ahead < bytes.length ? bytes[index + ahead] & 0xFF : END;
    }

    /** Moves on, within a line. */
    void advance(int count) {
        index = Math.min(index + count, bytes.length);
    }

    boolean accept(int expected) {
        boolean accepted = peek() == expected;
        if (accepted) {
            index++;
        }
        return accepted;
    }

    boolean atNewline() {
        return peek() == '\n' || peek() == '\r';
    }

    /** Moves behind a line's end, which is one byte or both in either order. */
    void skipNewline() {
        int first = peek();
        index++;
        if (atNewline() && peek() != first) {
            index++;
        }
        line++;
        lineStart = index;
    }

    int index() {
        return index;
    }

    int line() {
        return line;
    }

    Position position() {
        return new Position(line, index - lineStart + 1);
    }

    byte[] copy(int start, int end) {
        return Arrays.copyOfRange(bytes, start, Math.min(end, bytes.length));
    }

    void copyTo(ByteArrayOutputStream target, int start) {
        target.write(bytes, start, index - start);
    }

    SyntaxError error(String reason) {
        return new SyntaxError(chunk, line, reason);
    }

    SyntaxError error(String reason, byte[] near) {
        return error(reason + " near " + quote(near));
    }

    /**
     * Bytes as messages show them: up to the first zero, where C ends a string, and not too many.
     */
    static String quote(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0 && end < LONGEST_EXCERPT) {
            end++;
        }
        String cut = end == LONGEST_EXCERPT ? "..." : "";
        return "'" + new String(bytes, 0, end, UTF_8) + cut + "'";
    }

    static boolean isDigit(int value) {
        return value >= '0' && value <= '9';
    }

    static boolean isHexDigit(int value) {
        return Character.digit(value, 16) >= 0 && value < 0x80;
    }

    static boolean isLetter(int value) {
        return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z') || value == '_';
    }

    private void skipMark() {
        if (Arrays.equals(copy(0, BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            index = BYTE_ORDER_MARK.length;
            lineStart = index;
        }
    }

    /** A first line such as {@code #!/usr/bin/lua}. */
    private void skipLauncher() {
        if (peek() == '#') {
            while (peek() != '\n' && peek() != END) {
                index++;
            }
        }
    }
}
