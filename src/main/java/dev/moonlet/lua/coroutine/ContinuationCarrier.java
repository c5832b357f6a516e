package dev.moonlet.lua.coroutine;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import jdk.internal.vm.Continuation;
import jdk.internal.vm.ContinuationScope;

/** A carrier on the one-shot continuations that virtual threads are made of. */
final class ContinuationCarrier extends Carrier {

    private static final ContinuationScope COROUTINES = new ContinuationScope("coroutine");

    private final ContinuationScope scope;
    private final Continuation continuation;

    ContinuationCarrier(Role role, Runnable body) {
        scope = role == Role.RUN ? new ContinuationScope("run") : COROUTINES;
        continuation = new Continuation(scope, body);
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
}
