package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.stdlib.Decimals.Scientific;
import java.util.Locale;

/** The conversions {@code a A e E f g G} of {@code string.format}. */
final class FormatFloat {

    static final String FLAGS = "-+#0 ";

    private static final int PRECISION = 6;

    private FormatFloat() {}

    static void add(Buffer out, Directive directive, double value) {
        int letter = directive.letter();
        boolean isHex = letter == 'a' || letter == 'A';
        boolean isFinite = Double.isFinite(value);
        String sign = directive.sign(Double.doubleToRawLongBits(value) < 0);
        String front = isHex && isFinite ? sign + "0x" : sign;
        String rest =
                isFinite
                        ? digits(directive, Math.abs(value), isHex)
                        : Double.isNaN(value) ? "nan" : "inf";
        if (letter < 'a') {
            front = front.toUpperCase(Locale.ROOT);
            rest = rest.toUpperCase(Locale.ROOT);
        }
        directive.add(out, front, rest, isFinite);
    }

    private static String digits(Directive directive, double value, boolean isHex) {
        if (isHex) {
            return HexFloat.digits(value, directive.precision(), directive.has('#'));
        }
        int precision = directive.precision() < 0 ? PRECISION : directive.precision();
        boolean keepsPoint = directive.has('#');
        return switch (directive.letter()) {
            case 'f' -> fixed(value, precision, keepsPoint);
            case 'e', 'E' -> {
                Scientific number = Decimals.scientific(value, precision);
                yield scientific(number.digits(), number.exponent(), keepsPoint);
            }
            default -> general(value, Math.max(1, precision), keepsPoint);
        };
    }

    private static String fixed(double value, int places, boolean keepsPoint) {
        String digits = Decimals.fixed(value, places);
        return places == 0 && keepsPoint ? digits + "." : digits;
    }

    private static String scientific(String digits, int exponent, boolean keepsPoint) {
        String point = digits.length() > 1 || keepsPoint ? "." : "";
        String sign = exponent < 0 ? "e-" : "e+";
        String tens = Math.abs(exponent) < 10 ? "0" : "";
        return digits.charAt(0) + point + digits.substring(1) + sign + tens + Math.abs(exponent);
    }

    /** So many digits altogether, without zeros at the end unless they are to be kept. */
    private static String general(double value, int precision, boolean keepsZeros) {
        Scientific number = Decimals.scientific(value, precision - 1);
        int exponent = number.exponent();
        String digits = number.digits();
        int length = digits.length();
        while (!keepsZeros && length > 1 && digits.charAt(length - 1) == '0') {
            length--;
        }
        String kept = digits.substring(0, length);
        if (exponent < -4 || exponent >= precision) {
            return scientific(kept, exponent, keepsZeros);
        }
        if (exponent < 0) {
            return "0." + "0".repeat(-exponent - 1) + kept;
        }
        if (length <= exponent + 1) {
            return kept + "0".repeat(exponent + 1 - length) + (keepsZeros ? "." : "");
        }
        return kept.substring(0, exponent + 1) + "." + kept.substring(exponent + 1);
    }
}
