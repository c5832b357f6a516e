package dev.moonlet.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StatePoolTest {

    private static final Limits LIMITS = Limits.NONE.withTime(Duration.ofMillis(50));

    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofDays(1);

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
        StatePool pool = pool(1, Duration.ofDays(1_000_000));
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
        assertThat(counts.discarded).containsExactly(Discard.SPOILED);
    }

    @Test
    void losesNoStateAndStrandsNobodyInAMillionBorrowings()
            throws PoolExhausted, InterruptedException {
        StatePool pool = pool(4, Duration.ofSeconds(60));
        try (ExecutorService borrowers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int borrower = 0; borrower < 64; borrower++) {
                borrowers.execute(() -> {
                    for (int i = 0; i < 1_000_000 / 64; i++) {
                        borrowOnce(pool);
                    }
                });
            }
        }

        for (int i = 0; i < 4; i++) {
            pool.borrow();
        }
        assertThat(counts.created).hasValueLessThanOrEqualTo(4);
        assertThat(counts.exhausted).hasValue(0);
    }

    private static void borrowOnce(StatePool pool) {
        if (ThreadLocalRandom.current().nextInt(3) == 0) {
            Thread.currentThread().interrupt();
        }
        try {
            State state = pool.borrow();
            pool.giveBack(state);
        } catch (PoolExhausted | InterruptedException expected) {
            // counted by the listener, or what was asked for
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void retiresStatesByUses() throws PoolExhausted, InterruptedException {
        StatePool pool = pool(new PoolSettings(0, 1, SHORT, 2, LONG, LONG));
        State first = pool.borrow();
        pool.giveBack(first);
        assertThat(pool.borrow()).isSameAs(first);
        pool.giveBack(first);

        assertThat(pool.borrow()).isNotSameAs(first);
        assertThat(counts.discarded).containsExactly(Discard.USED);
    }

    @Test
    void retiresStatesByAge() throws PoolExhausted, InterruptedException {
        StatePool pool = pool(new PoolSettings(0, 1, SHORT, 100, Duration.ofNanos(1), LONG));
        State first = pool.borrow();
        pool.giveBack(first);

        assertThat(pool.borrow()).isNotSameAs(first);
        assertThat(counts.discarded).containsExactly(Discard.AGED);
    }

    @Test
    void letsIdleStatesGoButForAFew() throws PoolExhausted, InterruptedException {
        StatePool pool = pool(new PoolSettings(1, 3, SHORT, 100, LONG, Duration.ofMillis(1)));
        pool.warm();
        assertThat(counts.created).hasValue(1);
        List<State> all = List.of(pool.borrow(), pool.borrow(), pool.borrow());
        all.forEach(pool::giveBack);

        await().untilAsserted(() ->
                assertThat(counts.discarded).containsExactly(Discard.IDLE, Discard.IDLE));
        assertThat(pool.borrow()).isSameAs(all.getLast());
    }

    @Test
    void lendsNoStateWhoseModulesKeepTooMuch() throws PoolExhausted, InterruptedException {
        StatePool pool = pool(1, SHORT);
        State state = pool.borrow();
        Limits limits = Limits.NONE.withMemory(4 << 20);
        assertThat(state.find(FunctionName.of("keeper.keep"), limits)).isEmpty();
        pool.giveBack(state);
        assertThat(pool.borrow()).isSameAs(state);
        assertThat(state.load("hoarder", limits)).isEmpty();
        pool.giveBack(state);

        assertThat(counts.discarded).containsExactly(Discard.FULL);
    }

    @Test
    void keepsNothingOnceItIsRetired() throws PoolExhausted, InterruptedException {
        StatePool pool = pool(2, SHORT);
        State lent = pool.borrow();
        State idle = pool.borrow();
        pool.giveBack(idle);

        pool.retire();
        assertThat(counts.discarded).containsExactly(Discard.RETIRED);
        pool.giveBack(lent);

        assertThat(counts.discarded).containsExactly(Discard.RETIRED, Discard.RETIRED);
        assertThat(pool.borrow()).isNotIn(lent, idle);
    }

    private StatePool pool(int max, Duration maxWait) {
        return pool(PoolSettings.ofMax(max, maxWait));
    }

    private StatePool pool(PoolSettings settings) {
        Map<String, byte[]> scripts =
                Map.of(
                        "endless.lua", script("while true do end"),
                        "keeper.lua", script("return {keep = function() end}"),
                        "hoarder.lua",
                                script(
                                        "local t = {} for i = 1, 3e4 do t[i] = {i} end"
                                                + " return t"));
        Program program = new Program(new Library(ModuleSource.NONE, _ -> {}), scripts);
        return new StatePool("standard", program, settings, counts);
    }

    private static byte[] script(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final class Counts implements PoolListener {

        private final AtomicInteger created = new AtomicInteger();
        private final Queue<Discard> discarded = new ConcurrentLinkedQueue<>();
        private final AtomicInteger exhausted = new AtomicInteger();

        @Override
        public void created(String pool) {
            created.incrementAndGet();
        }

        @Override
        public void discarded(String pool, Discard reason) {
            discarded.add(reason);
        }

        @Override
        public void exhausted(String pool) {
            exhausted.incrementAndGet();
        }
    }
}
