package dev.moonlet.lua.stdlib;

/** Finite numbers that are not negative in base 16, with a binary exponent. */
final class HexFloat {

    private static final int FRACTION_BITS = 52;
    private static final int FRACTION_DIGITS = FRACTION_BITS / 4;
    private static final long FRACTION = (1L << FRACTION_BITS) - 1;

    private HexFloat() {}

    /**
     * The digits behind {@code 0x}.
     *
     * @param places digits behind the point; -1 for as many as it takes
     */
    static String digits(double value, int places, boolean keepsPoint) {
        long bits = Double.doubleToRawLongBits(value);
        boolean isNormal = value >= Double.MIN_NORMAL;
        int exponent = value == 0 ? 0 : Math.max(Math.getExponent(value), Double.MIN_EXPONENT);
        long mantissa = (bits & FRACTION) + (isNormal ? FRACTION + 1 : 0);
        if (places >= 0 && places < FRACTION_DIGITS) {
            mantissa = rounded(mantissa, FRACTION_BITS - 4 * places);
        }
        String fraction = fraction(mantissa & FRACTION, places);
        String point = fraction.isEmpty() && !keepsPoint ? "" : ".";
        String sign = exponent < 0 ? "p-" : "p+";
        return (mantissa >>> FRACTION_BITS) + point + fraction + sign + Math.abs(exponent);
    }

    /** Clears bits, rounding half to even. */
    private static long rounded(long value, int bits) {
        long unit = 1L << bits;
        long rest = value & unit - 1;
        long floor = value - rest;
        boolean up = rest > unit / 2 || (rest == unit / 2 && (floor & unit) != 0);
        return up ? floor + unit : floor;
    }

    private static String fraction(long fraction, int places) {
        String all = Long.toHexString(FRACTION + 1 + fraction).substring(1);
        if (places >= FRACTION_DIGITS) {
            return all + "0".repeat(places - FRACTION_DIGITS);
        }
        if (places >= 0) {
            return all.substring(0, places);
        }
        int length = all.length();
        while (length > 0 && all.charAt(length - 1) == '0') {
            length--;
        }
        return all.substring(0, length);
    }
}
