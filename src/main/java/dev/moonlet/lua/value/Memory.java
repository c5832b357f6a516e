package dev.moonlet.lua.value;

/** Where what a script allocates is charged before it is made. */
public final class Memory {

    private Memory() {}

    /** Charges bytes that are about to be allocated. */
    public static void charge(long bytes) {
        if (bytes > Integer.MAX_VALUE) {
            throw Failures.of("not enough memory");
        }
    }
}
