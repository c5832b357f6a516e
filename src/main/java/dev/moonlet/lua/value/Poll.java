package dev.moonlet.lua.value;

/**
 * Stands at function entries, at loops' back edges and in the library's loops: a running script
 * stops here.
 */
public final class Poll {

    private static volatile boolean pending;

    private Poll() {}

    /** Says whether runs have to look whether they are to end. */
    public static void pending(boolean some) {
        pending = some;
    }

    public static void poll() {
        if (pending) {
            slow();
        }
    }

    private static void slow() {
        Run.current().check();
    }
}
