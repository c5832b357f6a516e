package dev.moonlet.lua.value;

/**
 * Room on a stack for code of the JDK that an overflow breaks for good: a scheduler that overflows
 * while it takes up a virtual thread runs no other one in this JVM.
 */
public final class StackRoom {

    /** Some 25 KB where they are compiled: more than the scheduler takes, compiled or not. */
    private static final int FRAMES = 512;

    private StackRoom() {}

    /** Overflows here if there is too little room. */
    public static void demand() {
        descend(FRAMES, () -> {});
    }

    /** Overflows here if there is too little room for the calling thread to wait. */
    @SuppressWarnings("ThreadPriorityCheck") // it stops, which is all that is asked of it
    public static void demandToWait() {
        descend(FRAMES, Thread.currentThread().isVirtual() ? Thread::yield : () -> {});
    }

    private static int descend(int left, Runnable bottom) {
        if (left == 0) {
            bottom.run();
            return 0;
        }
        return left + descend(left - 1, bottom);
    }
}
