package dev.moonlet.lua.stdlib;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Finite numbers that are not negative, rounded to decimal digits as they exactly are, half to
 * even.
 */
final class Decimals {

    /** The powers of ten that are exact. */
    private static final double[] POWERS = new double[23];

    private static final double EXACT = 0x1p53;

    /** Digits behind the first that a long can hold as exactly as a double. */
    private static final int MAX_QUICK = 14;

    static {
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = Double.parseDouble("1e" + i);
        }
    }

    private Decimals() {}

    /** Digits, the first of which is not 0 unless the number is, and the exponent of the first. */
    record Scientific(String digits, int exponent) {}

    /** A number with so many digits behind the point; without one if there are none. */
    static String fixed(double value, int places) {
        long scaled = scaled(value, places);
        if (scaled < 0) {
            return new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN).toPlainString();
        }
        String digits = Long.toString(scaled);
        if (places == 0) {
            return digits;
        }
        String padded = "0".repeat(Math.max(0, places + 1 - digits.length())) + digits;
        int point = padded.length() - places;
        return padded.substring(0, point) + "." + padded.substring(point);
    }

    /** A number with one digit before the point and so many behind it. */
    static Scientific scientific(double value, int places) {
        if (value == 0) {
            return new Scientific("0".repeat(places + 1), 0);
        }
        if (places > MAX_QUICK) {
            return exact(value, places);
        }
        int exponent = (int) Math.floor(Math.log10(value));
        long scaled = scaled(value, places - exponent);
        if (scaled >= POWERS[places + 1]) {
            exponent++;
            scaled = scaled(value, places - exponent);
        }
        if (scaled == POWERS[places]) {
            long finer = scaled(value, places - exponent + 1);
            if (finer < POWERS[places + 1]) {
                exponent--;
                scaled = finer;
            }
        }
        return scaled >= POWERS[places]
                ? new Scientific(Long.toString(scaled), exponent)
                : exact(value, places);
    }

    private static Scientific exact(double value, int places) {
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(places + 1, RoundingMode.HALF_EVEN));
        String digits = rounded.unscaledValue().toString();
        int exponent = digits.length() - 1 - rounded.scale();
        return new Scientific(digits + "0".repeat(places + 1 - digits.length()), exponent);
    }

    /** A number times a power of ten, rounded exactly; -1 if that takes more than a long. */
    private static long scaled(double value, int power) {
        if (power < 0 || power >= POWERS.length) {
            return -1;
        }
        double product = value * POWERS[power];
        if (!(product < EXACT)) {
            return -1;
        }
        double lost = Math.fma(value, POWERS[power], -product);
        double floor = Math.floor(product);
        double beyondHalf = product - floor - 0.5;
        boolean up = beyondHalf > -lost || (beyondHalf == -lost && floor % 2 != 0);
        return (long) floor + (up ? 1 : 0);
    }
}
