package dev.moonlet.module;

import dev.moonlet.invocation.InvocationListener;
import dev.moonlet.invocation.Outcome;
import dev.moonlet.lua.Failure;
import dev.moonlet.lua.FunctionName;
import dev.moonlet.lua.Usage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Waits for one invocation to be over. */
final class OneEnd implements InvocationListener {

    private final CountDownLatch over = new CountDownLatch(1);
    private final List<String> failures;

    /**
     * Waits for the next.
     *
     * @param failures where those of callbacks are kept
     */
    OneEnd(List<String> failures) {
        this.failures = failures;
    }

    @Override
    public void ended(FunctionName function, Outcome<?> outcome, Duration took, Usage usage) {
        over.countDown();
    }

    @Override
    public void callbackFailed(FunctionName function, Failure failure) {
        failures.add(failure.message());
    }

    void await() {
        try {
            over.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
