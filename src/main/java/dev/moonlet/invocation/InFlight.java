package dev.moonlet.invocation;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.operation.Answer;
import java.util.function.Supplier;

/** One operation that is performed on a thread of its own, for one suspension of a coroutine. */
final class InFlight {

    private final Coroutine<?> coroutine;
    private final Thread thread;

    /**
     * An operation that is not performed yet.
     *
     * @param performing performs it
     * @param completion is told the answer, on the thread that has performed it
     */
    InFlight(Coroutine<?> coroutine, Supplier<Answer> performing, Completion completion) {
        this.coroutine = coroutine;
        thread =
                Thread.ofVirtual()
                        .name("operation")
                        .unstarted(
                                LogContext.carried(
                                        () -> completion.complete(this, performing.get())));
    }

    /** Is told what became of an operation. */
    @FunctionalInterface
    interface Completion {
        void complete(InFlight of, Answer answer);
    }

    void start() {
        thread.start();
    }

    void interrupt() {
        thread.interrupt();
    }

    /** Lets the coroutine go on with the answer. */
    void deliver(Answer answer) {
        coroutine.wake(answer);
    }
}
