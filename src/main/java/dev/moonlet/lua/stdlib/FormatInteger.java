package dev.moonlet.lua.stdlib;

import java.util.Locale;

/** The conversions {@code d i u o x X} of {@code string.format}. */
final class FormatInteger {

    private static final String UNSIGNED_FLAGS = "-0";
    private static final String BASED_FLAGS = "-#0";
    private static final String SIGNED_FLAGS = "-+0 ";

    private FormatInteger() {}

    static void add(Buffer out, Directive directive, long value) {
        switch (directive.letter()) {
            case 'u' -> {
                directive.read(UNSIGNED_FLAGS, true);
                add(out, directive, "", Long.toUnsignedString(value));
            }
            case 'o' -> {
                directive.read(BASED_FLAGS, true);
                addOctal(out, directive, value);
            }
            case 'x', 'X' -> {
                directive.read(BASED_FLAGS, true);
                addHex(out, directive, value);
            }
            default -> {
                directive.read(SIGNED_FLAGS, true);
                String digits = Long.toString(value);
                add(
                        out,
                        directive,
                        directive.sign(value < 0),
                        value < 0 ? digits.substring(1) : digits);
            }
        }
    }

    private static void addOctal(Buffer out, Directive directive, long value) {
        String digits = padded(directive, Long.toOctalString(value));
        boolean prefixed = directive.has('#') && !digits.startsWith("0");
        directive.add(out, "", prefixed ? "0" + digits : digits, directive.precision() < 0);
    }

    private static void addHex(Buffer out, Directive directive, long value) {
        String prefix = directive.has('#') && value != 0 ? "0x" : "";
        String digits = Long.toHexString(value);
        if (directive.letter() == 'X') {
            add(out, directive, prefix.toUpperCase(Locale.ROOT), digits.toUpperCase(Locale.ROOT));
        } else {
            add(out, directive, prefix, digits);
        }
    }

    private static void add(Buffer out, Directive directive, String prefix, String digits) {
        directive.add(out, prefix, padded(directive, digits), directive.precision() < 0);
    }

    /** As many digits as the precision asks for; for none, zero is nothing. */
    private static String padded(Directive directive, String digits) {
        int precision = directive.precision();
        if (precision == 0 && digits.equals("0")) {
            return "";
        }
        return "0".repeat(Math.max(0, precision - digits.length())) + digits;
    }
}
