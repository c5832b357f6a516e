package dev.moonlet.lua.value;

/**
 * Makes sure that what must not be interrupted by the end of the stack has room on it: a scheduler
 * of the JDK, say, that overflows while it takes up a virtual thread runs no other one in this JVM.
 */
public final class Headroom {

    private static final int CALLS = 400;

    /** More than it takes to wait, and few: a thread that waits keeps room for them. */
    private static final int CALLS_OF_A_WAIT = 16;

    private Headroom() {}

    /** Overflows here and now if the stack's end is near. */
    public static void check() {
        descend(CALLS, () -> {});
    }

    /** The same, and if the stack is too deep for the calling thread to wait. */
    @SuppressWarnings("ThreadPriorityCheck") // that it stops is all that is asked of it
    public static void checkToWait() {
        check();
        if (Thread.currentThread().isVirtual()) {
            descend(CALLS_OF_A_WAIT, Thread::yield);
        }
    }

    private static int descend(int calls, Runnable bottom) {
        if (calls == 0) {
            bottom.run();
            return 0;
        }
        return calls + descend(calls - 1, bottom);
    }
}
