package dev.moonlet.lua.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floats as text: C's {@code %.14g}, with {@code .0} behind one that looks like an integer. */
final class NumberText {

    private static final int DIGITS = 14;
    private static final MathContext ROUNDING = new MathContext(DIGITS, RoundingMode.HALF_EVEN);

    private NumberText() {}

    static String of(double value) {
        if (Double.isNaN(value)) {
            return Double.doubleToRawLongBits(value) < 0L ? "-nan" : "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e14) {
            String whole = Long.toString((long) value) + ".0";
            return value == 0 && 1 / value < 0 ? "-0.0" : whole;
        }
        return rounded(new BigDecimal(value).round(ROUNDING));
    }

    private static String rounded(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        int exponent = plain.precision() - plain.scale() - 1;
        if (exponent < -4 || exponent >= DIGITS) {
            return scientific(plain, exponent);
        }
        String text = plain.toPlainString();
        return text.indexOf('.') < 0 ? text + ".0" : text;
    }

    private static String scientific(BigDecimal value, int exponent) {
        String digits = value.unscaledValue().abs().toString();
        String mantissa =
                digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return "%s%se%s%02d"
                .formatted(
                        value.signum() < 0 ? "-" : "",
                        mantissa,
                        exponent < 0 ? "-" : "+",
                        Math.abs(exponent));
    }
}
