package dev.moonlet.module.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.lua.Limits;
import dev.moonlet.module.Profile;
import dev.moonlet.module.TestKit;
import dev.moonlet.operation.events.TrialEvents;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Handlers that have yielded, and that a function which hears an event may resume. */
@Timeout(30)
class YieldedHandlerTest {

    private final TrialEvents trial = new TrialEvents();
    private final TestKit kit = TestKit.of(new EventsModule()).performing(trial.dispatcher());

    @Test
    void areResumedByEvents() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<@Nullable Object> waiting =
                    threads.submit(() ->
                            kit.run(
                                    """
                                    local me = coroutine.running()
                                    require 'events'.on('n', function(event) coroutine.resume(me, event.n) end)
                                    print('one')
                                    local first = coroutine.yield()
                                    print('two')
                                    return first, coroutine.yield()\
                                    """));
            for (String yields : List.of("one", "two")) {
                while (!kit.printed().contains(yields)) {
                    Thread.onSpinWait();
                }
                trial.events().emit("n", Map.of("n", yields));
            }

            assertThat(waiting.get()).isEqualTo(List.of("one", "two"));
        }
    }

    @Test
    void waitUntilTheirTimeIsOver() {
        kit.in(new Profile("test", Set.of("*"), Limits.NONE.withTime(Duration.ofMillis(100))));

        assertThatThrownBy(() -> kit.run("require 'events'.on('n', print) coroutine.yield()"))
                .hasMessage("test.lua:1: killed: the limit of time is 100 ms");
    }

    @Test
    void failWhenNobodyListensAnyMore() {
        assertThatThrownBy(() ->
                        kit.run(
                                """
                                local on
                                on = require 'events'.on('n', function() on:off() end)
                                require 'events'.emit('n')
                                coroutine.yield()\
                                """))
                .hasMessage(
                        "test.lua:4: test.run has yielded, and nothing is left that could resume"
                                + " it");
    }
}
