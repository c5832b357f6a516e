package dev.moonlet.lua.coroutine;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import jdk.internal.vm.Continuation;
import jdk.internal.vm.ContinuationScope;

/** A carrier on the one-shot continuations that virtual threads are made of. */
final class ContinuationCarrier extends Carrier {

    private static final ContinuationScope COROUTINES = new ContinuationScope("coroutine");

    private final ContinuationScope scope;

    /** Of its own class, which no JVM looks up that exports no continuations. */
    private final Pinnable continuation;

    ContinuationCarrier(Role role, Runnable body) {
        scope = role == Role.RUN ? new ContinuationScope("run") : COROUTINES;
        continuation = new Pinnable(scope, body);
    }

    @Override
    public void run() {
        continuation.run();
    }

    @Override
    protected void stop() {
        if (!Continuation.yield(scope)) {
            throw new IllegalStateException("a coroutine could not be suspended");
        }
    }

    /**
     * A continuation that was to stop for an outer one, such as a virtual thread that parks, and
     * had no room on its stack for that, is taken by the JDK to have stopped for it at its next
     * stop, whatever that is for: such a thread is never woken. A stop that is forbidden, so that
     * it needs no room, leaves nothing of that behind.
     */
    @Override
    public void settle() {
        Continuation.pin();
        try {
            Continuation.yield(scope);
        } finally {
            Continuation.unpin();
        }
    }

    @Override
    public void look(Runnable action) {
        leave(action);
        continuation.run();
    }

    @Override
    public void lookOutside(Runnable action) {}

    /** Nothing to do: a continuation that is not referenced is garbage. */
    @Override
    public void abandon() {}

    @Override
    public List<StackTraceElement> frames() {
        return continuation
                .stackWalker()
                .walk(frames -> frames.map(StackFrame::toStackTraceElement).toList());
    }

    /** One that goes on where it can't stop. */
    private static final class Pinnable extends Continuation {

        Pinnable(ContinuationScope scope, Runnable body) {
            super(scope, body);
        }

        @Override
        protected void onPinned(Pinned reason) {}
    }
}
