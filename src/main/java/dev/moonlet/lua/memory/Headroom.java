package dev.moonlet.lua.memory;

/** Makes sure that what must not be interrupted by the end of the stack has room on it. */
public final class Headroom {

    private static final int CALLS = 400;

    private Headroom() {}

    /** Overflows here and now if the stack's end is near. */
    public static void check() {
        descend(CALLS, 1, 2, 3);
    }

    private static long descend(int calls, long a, long b, long c) {
        return calls == 0 ? a + b + c : descend(calls - 1, b, c, a) + a;
    }
}
