package dev.moonlet.module.test;

import dev.moonlet.invocation.InvocationListener;
import dev.moonlet.invocation.Outcome;
import dev.moonlet.lua.Failure;
import dev.moonlet.lua.FunctionName;
import dev.moonlet.lua.Usage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Waits for all that a test has begun, and hears what of that has failed. */
final class Observed implements InvocationListener {

    private final Semaphore over = new Semaphore(0);
    private volatile Optional<String> failure = Optional.empty();

    @Override
    public void ended(FunctionName function, Outcome<?> outcome, Duration took, Usage usage) {
        over.release();
    }

    @Override
    public void callbackFailed(FunctionName function, Failure failed) {
        failure = failure.or(() -> Optional.of(failed.message()));
    }

    /** What has failed in timers and events, once an invocation is over. */
    Optional<String> await() {
        over.acquireUninterruptibly();
        Optional<String> first = failure;
        failure = Optional.empty();
        return first;
    }
}
