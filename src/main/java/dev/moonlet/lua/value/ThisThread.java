package dev.moonlet.lua.value;

import java.util.concurrent.locks.LockSupport;

/**
 * What depends on the calling thread: which run it is in, and that it parks. A coroutine may go on
 * on another thread, and HotSpot takes the thread for constant in all that it compiles as one: code
 * that has looked before it stopped would not look again. So this is never compiled into the code
 * that stops: what HotSpot's C2 compiles takes in no method of a throwable class that is called
 * from a method which it has taken in.
 */
final class ThisThread extends Throwable {

    private static final ThreadLocal<Run> RUN = ThreadLocal.withInitial(Run::new);

    private ThisThread() {}

    static Run run() {
        return RUN.get();
    }

    static void enter(Run run) {
        RUN.set(run);
    }

    /** One that is interrupted does not park, and is to let others run all the same. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing but fairness relies on it
    static void park(long nanos) {
        if (Thread.currentThread().isInterrupted()) {
            Thread.yield();
        } else {
            LockSupport.parkNanos(nanos);
        }
    }
}
