package dev.moonlet.lua.syntax;

import java.io.ByteArrayOutputStream;
import org.luaj.vm2.LuaString;

/** Reads strings, and long comments, which are strings that nobody wants. */
final class StringReader {

    private static final String ESCAPED = "abfnrtv\\\"'";
    private static final String MEANT = "\u0007\b\f\n\r\t\u000B\\\"'";

    private final Source source;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private int quote;
    private int escape;

    StringReader(Source source) {
        this.source = source;
    }

    LuaString quoted() throws SyntaxError {
        content.reset();
        quote = source.peek();
        source.advance(1);
        while (!source.accept(quote)) {
            switch (source.peek()) {
                case Source.END -> throw source.error("unfinished string near <eof>");
                case '\n', '\r' -> throw source.error("unfinished string", near());
                case '\\' -> readEscape();
                default -> readPlain();
            }
        }
        return LuaString.valueUsing(content.toByteArray());
    }

    /** Whether a long bracket opens here, where there is a bracket. */
    boolean atLongBracket() throws SyntaxError {
        if (opensLongBracket()) {
            return true;
        }
        int level = level();
        if (level == 0) {
            return false;
        }
        int start = source.index();
        throw source.error("invalid long string delimiter", source.copy(start, start + 1 + level));
    }

    boolean opensLongBracket() {
        return source.peek() == '[' && source.peek(1 + level()) == '[';
    }

    /** Reads what is in long brackets; {@code what} it is goes into messages. */
    LuaString bracketed(String what) throws SyntaxError {
        content.reset();
        int firstLine = source.line();
        int level = level();
        source.advance(level + 2);
        if (source.atNewline()) {
            source.skipNewline();
        }
        while (source.peek() != ']' || level() != level || source.peek(1 + level) != ']') {
            if (source.peek() == Source.END) {
                throw source.error(
                        "unfinished long %s (starting at line %d) near <eof>"
                                .formatted(what, firstLine));
            }
            readRaw();
        }
        source.advance(level + 2);
        return LuaString.valueUsing(content.toByteArray());
    }

    /** How many equals signs are behind the bracket here. */
    private int level() {
        int level = 0;
        while (source.peek(1 + level) == '=') {
            level++;
        }
        return level;
    }

    private void readRaw() {
        if (source.atNewline()) {
            source.skipNewline();
            content.write('\n');
            return;
        }
        int start = source.index();
        do {
            source.advance(1);
        } while (!source.atNewline() && source.peek() != ']' && source.peek() != Source.END);
        source.copyTo(content, start);
    }

    private void readPlain() {
        int start = source.index();
        do {
            source.advance(1);
        } while (isPlain(source.peek()));
        source.copyTo(content, start);
    }

    private boolean isPlain(int next) {
        return next != quote && next != '\\' && !source.atNewline() && next != Source.END;
    }

    private void readEscape() throws SyntaxError {
        escape = source.index();
        source.advance(1);
        int letter = source.peek();
        switch (letter) {
            case Source.END -> {}
            case '\n', '\r' -> {
                source.skipNewline();
                content.write('\n');
            }
            case 'x' -> readHexadecimal();
            case 'u' -> readCodePoint();
            case 'z' -> skipBlanks();
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> readDecimal();
            default -> {
                int meaning = ESCAPED.indexOf(letter);
                check(meaning >= 0, "invalid escape sequence");
                content.write(MEANT.charAt(meaning));
                source.advance(1);
            }
        }
    }

    private void readHexadecimal() throws SyntaxError {
        source.advance(1);
        int high = hexDigit();
        content.write((high << 4) | hexDigit());
    }

    private void readDecimal() throws SyntaxError {
        int value = 0;
        for (int i = 0; i < 3 && Source.isDigit(source.peek()); i++) {
            value = value * 10 + source.peek() - '0';
            source.advance(1);
        }
        check(value <= 0xFF, "decimal escape too large");
        content.write(value);
    }

    private void readCodePoint() throws SyntaxError {
        source.advance(1);
        check(source.peek() == '{', "missing '{'");
        source.advance(1);
        int value = hexDigit();
        while (Source.isHexDigit(source.peek())) {
            check(value <= Integer.MAX_VALUE >> 4, "UTF-8 value too large");
            value = (value << 4) | hexDigit();
        }
        check(source.peek() == '}', "missing '}'");
        source.advance(1);
        writeUtf8(value);
    }

    private int hexDigit() throws SyntaxError {
        check(Source.isHexDigit(source.peek()), "hexadecimal digit expected");
        int digit = Character.digit(source.peek(), 16);
        source.advance(1);
        return digit;
    }

    /** Writes up to six bytes, as UTF-8 once had them for values of 31 bits. */
    private void writeUtf8(int value) {
        if (value < 0x80) {
            content.write(value);
            return;
        }
        int following = 1;
        while (following < 5 && value >>> (5 * following + 6) != 0) {
            following++;
        }
        content.write((0xFF << (7 - following)) | (value >>> (6 * following)));
        for (int i = following - 1; i >= 0; i--) {
            content.write(0x80 | ((value >>> (6 * i)) & 0x3F));
        }
    }

    private void skipBlanks() {
        source.advance(1);
        while (true) {
            switch (source.peek()) {
                case '\n', '\r' -> source.skipNewline();
                case ' ', '\t', '\f', 0x0B -> source.advance(1);
                default -> {
                    return;
                }
            }
        }
    }

    private void check(boolean holds, String reason) throws SyntaxError {
        if (!holds) {
            int end = source.index() + 1;
            content.writeBytes(source.copy(escape, end));
            throw source.error(reason, near());
        }
    }

    /** What is read so far. */
    private byte[] near() {
        ByteArrayOutputStream near = new ByteArrayOutputStream();
        near.write(quote);
        near.writeBytes(content.toByteArray());
        return near.toByteArray();
    }
}
