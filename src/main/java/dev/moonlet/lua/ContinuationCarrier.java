package dev.moonlet.lua;

import jdk.internal.vm.Continuation;
import jdk.internal.vm.ContinuationScope;

/** A carrier on the one-shot continuations that virtual threads are made of. */
final class ContinuationCarrier extends Carrier {

    private static final ContinuationScope SCOPE = new ContinuationScope("moonlet");

    private final Continuation continuation;

    ContinuationCarrier(Runnable body) {
        continuation = new Continuation(SCOPE, body);
    }

    @Override
    void run() {
        continuation.run();
    }

    @Override
    void suspend() {
        if (!Continuation.yield(SCOPE)) {
            throw new IllegalStateException("a coroutine could not be suspended");
        }
    }

    /** Nothing to do: a continuation that is not referenced is garbage. */
    @Override
    void abandon() {}
}
