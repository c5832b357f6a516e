package dev.moonlet.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What those who come meanwhile get of a module that begins. */
@Timeout(30)
class BeginningTest {

    private static final int STATES = 8;

    private final CountDownLatch go = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final ExecutorService states =
            Executors.newFixedThreadPool(
                    STATES,
                    task -> {
                        Thread thread = new Thread(task);
                        threads.add(thread);
                        return thread;
                    });

    @AfterEach
    void end() {
        states.shutdownNow();
    }

    private Module base(Definition.Init last) {
        return () ->
                Definition.of("base", "")
                        .begins(() -> {
                            begun.incrementAndGet();
                            go.await();
                            last.run();
                        });
    }

    private static Module top(AtomicInteger times) {
        return () -> Definition.of("top", "").needs("base").begins(times::incrementAndGet);
    }

    /** What each of many states gets, all of which ask before the module has begun. */
    private List<@Nullable Object> all(TestKit kit, String script)
            throws InterruptedException, ExecutionException {
        List<Future<@Nullable Object>> running = new ArrayList<>();
        for (int i = 0; i < STATES; i++) {
            running.add(states.submit(() -> kit.run(script)));
        }
        await().until(() ->
                threads.stream().filter(BeginningTest::waitsForAModule).count() == STATES);
        go.countDown();
        List<@Nullable Object> results = new ArrayList<>();
        for (Future<@Nullable Object> each : running) {
            results.add(each.get());
        }
        return results;
    }

    private static boolean waitsForAModule(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(each -> each.getClassName().equals(Beginning.class.getName()));
    }

    @Test
    void isSharedByAllStatesThatCameMeanwhile() throws ExecutionException, InterruptedException {
        AtomicInteger tops = new AtomicInteger();
        TestKit kit = TestKit.of(base(() -> {}), top(tops));

        List<@Nullable Object> tables = all(kit, "return tostring(require 'top')");

        assertThat(Set.copyOf(tables)).hasSize(1);
        assertThat(begun).hasValue(1);
        assertThat(tops).hasValue(1);
    }

    @Test
    void failsForAllStatesThatCameMeanwhileAndIsTriedAgain()
            throws ExecutionException, InterruptedException {
        AtomicInteger tops = new AtomicInteger();
        TestKit kit = TestKit.of(base(this::failOnce), top(tops));

        List<@Nullable Object> errors = all(kit, "return select(2, pcall(require, 'top'))");

        assertThat(Set.copyOf(errors))
                .containsExactly("module 'base' initialization failed: no luck");
        assertThat(begun).hasValue(1);
        assertThat(tops).hasValue(0);
        assertThat(kit.run("return type(require 'top')")).isEqualTo("table");
        assertThat(begun).hasValue(2);
        assertThat(tops).hasValue(1);
    }

    private void failOnce() {
        if (begun.get() == 1) {
            throw new IllegalStateException("no luck");
        }
    }
}
