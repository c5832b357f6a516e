package dev.moonlet.invocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.moonlet.invocation.Trial.Ask;
import dev.moonlet.lua.Failure;
import dev.moonlet.lua.Limits;
import dev.moonlet.operation.Scope;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The life of an invocation: what it waits for, what it leaves, and what ends it. */
class InvocationsTest {

    private final AtomicInteger interrupted = new AtomicInteger();

    private String never(Ask ask, Scope scope) throws InterruptedException {
        try {
            new CountDownLatch(1).await();
            return "";
        } catch (InterruptedException end) {
            interrupted.incrementAndGet();
            throw end;
        }
    }

    private static Limits time(int millis) {
        return Limits.NONE.withTime(Duration.ofMillis(millis));
    }

    private static Failure failure(Outcome<String> outcome) {
        return ((Outcome.Failed<String>) outcome).failure();
    }

    @Test
    void performsASingleOperationOnItsOwnThread() {
        AtomicReference<Thread> thread = new AtomicReference<>();
        Trial trial =
                new Trial(
                        "return t.ask('x')",
                        (ask, _) -> {
                            thread.set(Thread.currentThread());
                            return ask.what() + "!";
                        });

        assertThat(trial.run()).isEqualTo(new Outcome.Returned<>("x!"));
        assertThat(thread).hasValue(Thread.currentThread());
    }

    @Test
    void interruptsWhatIsPerformedAtTheDeadline() {
        Trial alone = new Trial("return t.ask('x')", this::never);
        Trial beside =
                new Trial("t.begin(function() t.ask('y') end) return t.ask('x')", this::never);

        assertThat(failure(alone.run("1", time(500))).message())
                .isEqualTo("trial.lua:1: killed: the limit of time is 500 ms");
        assertThat(interrupted).hasValue(1);
        assertThat(failure(beside.run("1", time(500))).message())
                .isEqualTo("trial.lua:1: killed: the limit of time is 500 ms");
        await().until(() -> interrupted.get() == 3);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(alone.discarded).hasValue(1);
    }

    @Test
    void canBeCanceledWhereverItIs() throws ExecutionException, InterruptedException {
        for (String script :
                List.of(
                        "return t.ask('x')",
                        "t.sleep(100000)",
                        "while true do end",
                        "t.begin(function() t.ask('y') end) return t.ask('x')",
                        "pcall(t.ask, 'x') while true do pcall(t.sleep, 10) end")) {
            Trial trial = new Trial(script, this::never);
            try (ExecutorService one = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Outcome<String>> running = one.submit(() -> trial.run());
                await().until(() -> !trial.invocations.running().isEmpty());
                trial.invocations.running().forEach(Running::cancel);

                assertThat(failure(running.get())).isInstanceOf(Failure.Canceled.class);
            }
            assertThat(trial.discarded).hasValue(1);
            assertThat(trial.invocations.running()).isEmpty();
        }
    }

    @Test
    void isListedWithWhatItWaitsFor() throws ExecutionException, InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        Trial trial =
                new Trial(
                        "return t.ask('the way')",
                        (_, _) -> {
                            go.await();
                            return "";
                        });
        try (ExecutorService one = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Outcome<String>> running = one.submit(() -> trial.run("request 7", time(9000)));
            await().untilAsserted(() ->
                    assertThat(trial.invocations.running())
                            .extracting(Running::id, Running::waitsFor)
                            .containsExactly(tuple("request 7", "Ask")));
            assertThat(trial.invocations.active()).isEqualTo(new Active(1, 0, 0, 1, 0, 0));
            go.countDown();
            running.get();
        }
        assertThat(trial.invocations.active().isNothing()).isTrue();
    }

    @Test
    void answersBeforeWhatItHasLeftIsDone() {
        CountDownLatch go = new CountDownLatch(1);
        Trial trial =
                new Trial(
                        "t.begin(function() t.ask('left') end) return 'answer'",
                        (_, _) -> {
                            go.await();
                            return "";
                        });

        assertThat(trial.run()).isEqualTo(new Outcome.Returned<>("answer"));
        assertThat(trial.ended).hasValue(0);
        assertThat(trial.invocations.active().lingering()).isEqualTo(1);

        go.countDown();
        await().until(() -> trial.ended.get() == 1);
        assertThat(trial.invocations.running()).isEmpty();
        assertThat(trial.discarded).hasValue(0);
    }

    @Test
    void endsWhatLingersTooLong() {
        for (String left :
                List.of("t.ask('left')", "while true do t.ask('left') end", "t.sleep(99999)")) {
            Trial trial =
                    new Trial(
                            "t.begin(function() %s end) return 'answer'".formatted(left),
                            this::never,
                            Duration.ofMillis(50));

            assertThat(trial.run()).isEqualTo(new Outcome.Returned<>("answer"));
            await().until(() -> trial.ended.get() == 1);
            assertThat(trial.invocations.running()).isEmpty();
        }
        assertThat(interrupted).hasPositiveValue();
    }

    @Test
    void endsWhatAFailureHasLeft() {
        Trial trial =
                new Trial(
                        "t.begin(function() t.ask('left') end) t.sleep(1) error('broken')",
                        this::never);

        assertThat(failure(trial.run()).message()).isEqualTo("trial.lua:1: broken");
        await().until(() -> trial.ended.get() == 1);
        await().until(() -> interrupted.get() == 1);
    }

    /** Each processor has a script that computes without end, and others get their turn. */
    @Test
    void letsOthersRunBesideScriptsThatCompute() throws ExecutionException, InterruptedException {
        Trial busy = new Trial("while true do end", this::never);
        Trial honest = new Trial("t.sleep(1) return t.ask('x')", (ask, _) -> ask.what());
        int hogs = Runtime.getRuntime().availableProcessors();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < hogs; i++) {
                each.execute(() -> busy.run());
            }
            await().until(() -> busy.invocations.running().size() == hogs);

            assertThat(each.submit(() -> honest.run()).get())
                    .isEqualTo(new Outcome.Returned<>("x"));
            assertThat(busy.ended).hasValue(0);

            busy.invocations.running().forEach(Running::cancel);
        }
    }

    /** As long as an operator or a bundle can write; the nanoseconds of it fit no number. */
    @Test
    void mayTakeLongerThanAnyClockGoes() {
        Duration ever = Duration.ofDays(1_000_000);
        Trial trial =
                new Trial(
                        "t.begin(function() t.sleep(1) t.ask('x') end) return t.ask('y')",
                        (ask, _) -> ask.what(),
                        ever);

        assertThat(trial.run("1", Limits.NONE.withTime(ever).withCpu(ever)))
                .isEqualTo(new Outcome.Returned<>("y"));
        await().until(() -> trial.ended.get() == 1);
        assertThat(trial.discarded).hasValue(0);
    }

    @Test
    void refusesWhatComesWhenItIsClosed() {
        Trial trial = new Trial("return 1", this::never);
        trial.invocations.close();

        assertThat(trial.run()).isEqualTo(new Outcome.Refused<>("the service shuts down"));
    }

    @Test
    void drainsAndCancelsWhatIsLeft() throws ExecutionException, InterruptedException {
        Trial trial = new Trial("return t.ask('x')", this::never);
        DrainInvocations drain = new DrainInvocations(trial.invocations, Duration.ofMillis(600));
        drain.start();
        try (ExecutorService one = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Outcome<String>> running = one.submit(() -> trial.run());
            await().until(() -> trial.invocations.active().operations() == 1);

            drain.stop();

            assertThat(failure(running.get())).isInstanceOf(Failure.Canceled.class);
        }
        assertThat(trial.invocations.running()).isEmpty();
    }

    /**
     * Else what another coroutine sets meanwhile would stay, and the script would load for ever.
     */
    @Test
    void letsNobodyWaitWhileAScriptLoads() {
        Trial trial =
                new Trial(
                        """
                        t.begin(function() leaked = 'leaked' end)
                        local _, waits = pcall(require, 'waits')
                        local _, yields = pcall(require, 'yields')
                        return tostring(leaked) .. ', ' .. waits .. ', ' .. yields\
                        """,
                        this::never);

        for (int i = 0; i < 2; i++) {
            assertThat(trial.run())
                    .isEqualTo(
                            new Outcome.Returned<>(
                                    "nil, waits.lua:1: a script can't wait while it loads, attempt"
                                            + " to yield across a C-call boundary"));
        }
    }
}
