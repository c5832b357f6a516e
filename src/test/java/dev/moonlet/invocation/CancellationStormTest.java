package dev.moonlet.invocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.moonlet.lua.Failure;
import dev.moonlet.lua.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Each call gets the answers that it has asked for, whoever is canceled meanwhile. */
class CancellationStormTest {

    private static final int CALLERS = 16;
    private static final int CALLS = Integer.getInteger("moonlet.calls", 20_000) / CALLERS;
    private static final Limits LIMITS = Limits.NONE.withTime(Duration.ofSeconds(60));

    private final AtomicInteger right = new AtomicInteger();
    private final AtomicInteger canceled = new AtomicInteger();
    private final AtomicInteger wrong = new AtomicInteger();

    private final Trial trial =
            new Trial(
                    """
                    local got
                    t.begin(function() got = t.ask(given .. 'b') end)
                    local a = t.ask(given .. 'a')
                    while not got do t.sleep(0) end
                    return a .. got\
                    """,
                    (ask, _) -> {
                        LockSupport.parkNanos(1_000);
                        cancelOne();
                        return ask.what();
                    });

    @Test
    void mixesNothingUpAndLosesNoState() throws InterruptedException {
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            int caller = i;
            callers.add(Thread.startVirtualThread(() -> callAll(caller)));
        }
        for (Thread caller : callers) {
            caller.join();
        }

        assertThat(wrong).hasValue(0);
        assertThat(right.get() + canceled.get()).isEqualTo(CALLERS * CALLS);
        assertThat(right).hasPositiveValue();
        assertThat(canceled).hasPositiveValue();
        await().until(() -> trial.invocations.running().isEmpty());
        assertThat(trial.ended).hasValue(CALLERS * CALLS);
    }

    private void callAll(int caller) {
        for (int i = 0; i < CALLS; i++) {
            String id = caller + "-" + i + ":";
            Outcome<String> outcome = trial.run(id, LIMITS);
            count(outcome, id + "a" + id + "b").incrementAndGet();
        }
    }

    private AtomicInteger count(Outcome<String> outcome, String expected) {
        return switch (outcome) {
            case Outcome.Returned<String>(String text) when text.equals(expected) -> right;
            case Outcome.Failed<String>(Failure.Canceled _) -> canceled;
            case Outcome<String> _ -> wrong;
        };
    }

    /** Now and then somebody is canceled. */
    private void cancelOne() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        List<Running> running = trial.invocations.running();
        if (random.nextInt(20) == 0 && !running.isEmpty()) {
            running.get(random.nextInt(running.size())).cancel();
        }
    }
}
