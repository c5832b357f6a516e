package dev.moonlet.lua.stdlib;

import java.util.SplittableRandom;

/**
 * The generator behind {@code math.random}: xoshiro256**, whose numbers for a seed are C Lua's. One
 * thread at a time may use it.
 */
public final class RandomState {

    private static final int WARM_UP = 16;

    private long a;
    private long b;
    private long c;
    private long d;

    /** A state that nobody can guess from another's. */
    public RandomState() {
        SplittableRandom source = new SplittableRandom();
        seed(source.nextLong(), source.nextLong());
    }

    void seed(long first, long second) {
        a = first;
        b = 0xff;
        c = second;
        d = 0;
        for (int i = 0; i < WARM_UP; i++) {
            next();
        }
    }

    /** Any integer. */
    long next() {
        long result = Long.rotateLeft(b * 5, 7) * 9;
        long shifted = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= shifted;
        d = Long.rotateLeft(d, 45);
        return result;
    }

    /** The float from 0 up to, but not including, 1 that bits stand for. */
    static double real(long bits) {
        return (bits >>> 11) * 0x1p-53;
    }

    /** An integer between two, both included, out of bits, and more of them if need be. */
    long between(long low, long high, long bits) {
        long range = high - low;
        long mask = range == 0 ? 0 : -1L >>> Long.numberOfLeadingZeros(range);
        long chosen = bits & mask;
        while (Long.compareUnsigned(chosen, range) > 0) {
            chosen = next() & mask;
        }
        return low + chosen;
    }
}
