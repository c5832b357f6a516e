package dev.moonlet.lua.value;

/**
 * Where what a script allocates is charged before it is made. What is small is not worth it: that
 * is counted by what is there.
 */
public final class Memory {

    private static final int LARGE = 1 << 14;

    private Memory() {}

    /** Charges bytes that are about to be allocated. */
    public static void charge(long bytes) {
        if (bytes >= LARGE) {
            Run.current().charge(bytes);
        }
    }

    /** The most bytes that a string may have. */
    public static long longestString() {
        return Run.current().longestString();
    }

    /** Charges a string that is about to be made. */
    public static void chargeString(long length) {
        if (length >= LARGE) {
            Run run = Run.current();
            if (length > run.longestString()) {
                throw Failures.of("resulting string too large");
            }
            run.charge(length);
        }
    }
}
