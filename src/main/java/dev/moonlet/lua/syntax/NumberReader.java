package dev.moonlet.lua.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Pattern;

/** Reads numbers. */
final class NumberReader {

    private static final Pattern DECIMAL =
            Pattern.compile("(?:\\d++\\.?\\d*+|\\.\\d++)(?:[eE][+-]?\\d++)?");
    private static final Pattern HEXADECIMAL =
            Pattern.compile(
                    "0[xX](?:\\p{XDigit}++\\.?\\p{XDigit}*+|\\.\\p{XDigit}++)(?:[pP][+-]?\\d++)?");

    private final Source source;

    NumberReader(Source source) {
        this.source = source;
    }

    Expression read(Position at) throws SyntaxError {
        int start = source.index();
        int lead = source.peek() == '.' ? 1 : 0;
        boolean hexadecimal = source.peek(lead) == '0' && isEither(source.peek(lead + 1), 'x');
        source.advance(lead + (hexadecimal ? 2 : 1));
        skip(hexadecimal ? 'p' : 'e');
        byte[] bytes = source.copy(start, source.index());
        String text = new String(bytes, ISO_8859_1);
        if (!(hexadecimal ? HEXADECIMAL : DECIMAL).matcher(text).matches()) {
            throw source.error("malformed number", bytes);
        }
        return hexadecimal ? hexadecimal(at, text) : decimal(at, text);
    }

    /** Skips what looks like a number from afar, and the letter that touches it. */
    private void skip(char exponent) {
        while (true) {
            int next = source.peek();
            if (isEither(next, exponent)) {
                source.advance(source.peek(1) == '+' || source.peek(1) == '-' ? 2 : 1);
            } else if (Source.isHexDigit(next) || next == '.') {
                source.advance(1);
            } else {
                source.advance(Source.isLetter(next) ? 1 : 0);
                return;
            }
        }
    }

    private static boolean isEither(int value, char lowerCase) {
        return value == lowerCase || value == Character.toUpperCase(lowerCase);
    }

    /** An integer, or a float if it has a point, an exponent, or more than 64 bits can hold. */
    private static Expression decimal(Position at, String text) {
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - digit) / 10) {
                return new Expression.FloatLiteral(at, Double.parseDouble(text));
            }
            value = value * 10 + digit;
        }
        return new Expression.IntegerLiteral(at, value);
    }

    /** An integer, which wraps around, or a float if it has a point or an exponent. */
    private static Expression hexadecimal(Position at, String text) {
        long value = 0;
        for (int i = 2; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return new Expression.FloatLiteral(at, hexadecimalFloat(text));
            }
            value = (value << 4) | digit;
        }
        return new Expression.IntegerLiteral(at, value);
    }

    /** Java wants an exponent where Lua does not. */
    private static double hexadecimalFloat(String text) {
        boolean hasExponent = text.indexOf('p') >= 0 || text.indexOf('P') >= 0;
        return Double.parseDouble(hasExponent ? text : text + "p0");
    }
}
