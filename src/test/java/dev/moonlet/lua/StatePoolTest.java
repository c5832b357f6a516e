package dev.moonlet.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StatePoolTest {

    private static final Limits LIMITS = Limits.NONE.withTime(Duration.ofMillis(50));

    private final Counts counts = new Counts();

    @Test
    void makesStatesLazilyAndLendsThemAgain() throws PoolExhausted, InterruptedException {
        StatePool pool = pool(2, Duration.ofSeconds(1));
        State first = pool.borrow();
        pool.giveBack(first);

        assertThat(pool.borrow()).isSameAs(first);
        assertThat(counts.created).hasValue(1);
    }

    @Test
    void saysHowItStandsWhenNoStateComesFree() throws PoolExhausted, InterruptedException {
        StatePool pool = pool(1, Duration.ofMillis(20));
        pool.borrow();

        assertThatThrownBy(pool::borrow)
                .isInstanceOf(PoolExhausted.class)
                .hasMessage(
                        "no state of profile standard came free within 20 ms"
                                + " (total=1, lent=1, waiting=0)");
        assertThat(counts.exhausted).hasValue(1);
    }

    @Test
    void givesAWaiterTheStateThatComesBack()
            throws PoolExhausted, InterruptedException, ExecutionException {
        StatePool pool = pool(1, Duration.ofSeconds(10));
        State only = pool.borrow();
        CompletableFuture<State> waiter = new CompletableFuture<>();
        Thread thread =
                Thread.startVirtualThread(() -> {
                    try {
                        waiter.complete(pool.borrow());
                    } catch (PoolExhausted | InterruptedException failure) {
                        waiter.completeExceptionally(failure);
                    }
                });
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);

        pool.giveBack(only);

        assertThat(waiter.get()).isSameAs(only);
    }

    @Test
    void neverLendsAStateAgainAfterAKill() throws PoolExhausted, InterruptedException {
        StatePool pool = pool(1, Duration.ofSeconds(1));
        State killed = pool.borrow();
        assertThat(killed.find(FunctionName.of("endless.f"), LIMITS)).isPresent();

        pool.giveBack(killed);

        assertThat(pool.borrow()).isNotSameAs(killed);
        assertThat(counts.discarded).hasValue(1);
    }

    @Test
    void losesNoStateToInterruptedWaiters() throws PoolExhausted, InterruptedException {
        StatePool pool = pool(4, Duration.ofSeconds(10));
        try (ExecutorService borrowers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2_000; i++) {
                borrowers.execute(() -> borrowOnce(pool));
            }
        }

        for (int i = 0; i < 4; i++) {
            pool.borrow();
        }
        assertThat(counts.created).hasValueLessThanOrEqualTo(4);
    }

    private static void borrowOnce(StatePool pool) {
        if (ThreadLocalRandom.current().nextInt(3) == 0) {
            Thread.currentThread().interrupt();
        }
        try {
            State state = pool.borrow();
            pool.giveBack(state);
        } catch (PoolExhausted | InterruptedException expected) {
            Thread.currentThread().interrupt();
        }
    }

    private StatePool pool(int max, Duration maxWait) {
        Map<String, byte[]> scripts =
                Map.of("endless.lua", "while true do end".getBytes(StandardCharsets.UTF_8));
        Program program = new Program(new Library(Map.of(), _ -> {}), scripts);
        return new StatePool("standard", program, new PoolSettings(max, maxWait), counts);
    }

    private static final class Counts implements PoolListener {

        private final AtomicInteger created = new AtomicInteger();
        private final AtomicInteger discarded = new AtomicInteger();
        private final AtomicInteger exhausted = new AtomicInteger();

        @Override
        public void created(String pool) {
            created.incrementAndGet();
        }

        @Override
        public void discarded(String pool) {
            discarded.incrementAndGet();
        }

        @Override
        public void exhausted(String pool) {
            exhausted.incrementAndGet();
        }
    }
}
