package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.moonlet.operation.actionbus.Action;
import dev.moonlet.operation.events.EventListener;
import dev.moonlet.operation.events.Events;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;

/** How scripts of different requests, and beans, meet. */
@Timeout(60)
class SharingTest {

    private static final List<String> HEARD = new CopyOnWriteArrayList<>();

    @TempDir static Path folder;
    private static RunningMoonlet moonlet;

    private static final String HANDLERS =
            """
            local async, cache, events = require "async", require "cache", require "events"
            local bus = require "actionbus"
            require "actions"
            local handlers = {}

            function handlers.once()
              return cache.get_or_set("once", nil, function()
                local calls = cache.incr("calls")
                async.sleep("100ms")
                return { calls = calls }
              end)
            end

            function handlers.stuck()
              return cache.get_or_set("stuck", nil, function()
                cache.set("begun", true)
                while true do end
              end)
            end

            function handlers.begun() return { begun = cache.get("begun") or false } end

            function handlers.next()
              return { value = cache.get_or_set("stuck", nil, function() return "next" end) }
            end

            function handlers.wait() return events.wait("news.*", "10s") end

            function handlers.emit() return { told = events.emit("weather.rain", { mm = 3 }) } end

            function handlers.fail()
              events.on("trouble", function() error "no luck" end)
              events.emit("trouble")
              async.sleep(1)
              return nil
            end

            function handlers.hang()
              events.on("nothing", print)
              events.wait("never")
            end

            function handlers.act()
              local _, before = bus.dispatch("mine")
              bus.register("mine", function() return "mine" end)
              return {
                before = before:kind(),
                mine = bus.dispatch("mine"),
                loaded = bus.dispatch("shout", "a"),
                bean = bus.dispatch("double", { n = 4 }),
                names = table.concat(bus.names(), " "),
              }
            end
            return handlers
            """;

    private static final String ACTIONS =
            """
            require("actionbus").register("shout", function(text) return text:upper() end)
            """;

    /** What Java brings. */
    static class Beans {

        @Bean
        EventListener weather() {
            return new EventListener() {
                @Override
                public String pattern() {
                    return "weather.*";
                }

                @Override
                public void heard(String name, Map<String, @Nullable Object> payload) {
                    HEARD.add(name + payload);
                }
            };
        }

        @Bean
        Action twice() {
            return new Action() {
                @Override
                public String name() {
                    return "double";
                }

                @Override
                public Object perform(Map<String, @Nullable Object> payload) {
                    return payload.get("n") instanceof Long number ? 2 * number : "nothing";
                }
            };
        }
    }

    @BeforeAll
    static void start() throws IOException {
        StringBuilder paths = new StringBuilder();
        for (String name : List.of("once", "begun", "next", "wait", "emit", "fail", "act")) {
            paths.append("/%s:\n  get: {x-handler: handlers.%s}\n".formatted(name, name));
        }
        for (String name : List.of("stuck", "hang")) {
            paths.append(
                    "/%s:\n  get: {x-handler: handlers.%s, x-limits: {time: 500ms}}\n"
                            .formatted(name, name));
        }
        new BundleFolder(folder)
                .serving(paths.toString())
                .with("lua/handlers.lua", HANDLERS)
                .with("lua/actions.lua", ACTIONS);
        moonlet = RunningMoonlet.with(List.of(PermitAll.class, Beans.class), folder);
    }

    @AfterAll
    static void stop() {
        moonlet.close();
    }

    @Test
    void computesOnceForAllRequests() throws InterruptedException, ExecutionException {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> requests = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                requests.add(() -> moonlet.get("/once").body());
            }
            for (Future<String> answer : clients.invokeAll(requests)) {
                assertThat(answer.get()).isEqualTo("{\"calls\":1}");
            }
        }
    }

    @Test
    void letsTheNextRequestComputeIfOneIsKilled()
            throws IOException, InterruptedException, ExecutionException {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> stuck = clients.submit(() -> moonlet.get("/stuck").statusCode());
            await().until(() -> moonlet.get("/begun").body().equals("{\"begun\":true}"));

            assertThat(moonlet.get("/next").body()).isEqualTo("{\"value\":\"next\"}");
            assertThat(stuck.get()).isEqualTo(504);
        }
    }

    @Test
    void tellsARequestWhatAnotherHasSeen() throws InterruptedException, ExecutionException {
        Events events = moonlet.bean(Events.class);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> waiting = clients.submit(() -> moonlet.get("/wait").body());
            await().until(() -> events.emit("news.today", Map.of("text", "rain")) == 1);

            assertThat(waiting.get()).isEqualTo("{\"text\":\"rain\"}");
        }
    }

    @Test
    void tellsBeans() throws IOException {
        assertThat(moonlet.get("/emit").body()).isEqualTo("{\"told\":1}");
        await().until(() -> HEARD.equals(List.of("weather.rain{mm=3}")));
    }

    @Test
    void leavesNoListenerOfAKilledRequest() throws IOException {
        assertThat(moonlet.get("/hang").statusCode()).isEqualTo(504);
        await().until(() -> moonlet.bean(Events.class).emit("nothing", Map.of()) == 0);
    }

    @Test
    void forgetsWhatAHandlerHasRegistered() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertThat(moonlet.json("/act"))
                    .isEqualTo(
                            moonlet.read(
                                    """
                                    {"before": "NotFound", "mine": "mine", "loaded": "A", "bean": 8,
                                     "names": "double mine shout"}
                                    """));
        }
    }

    @Test
    void countsWhatHappens() throws IOException {
        assertThat(moonlet.get("/fail").statusCode()).isEqualTo(204);
        moonlet.get("/begun");

        assertThat(moonlet.get("/actuator/prometheus").body())
                .contains("moonlet_callbacks_failed_total{function=\"handlers.fail\"} 1.0")
                .contains(
                        "moonlet_cache_gets_total{result=\"miss\"}",
                        "moonlet_cache_size_bytes",
                        "moonlet_cache_evictions_total",
                        "moonlet_events_emitted_total",
                        "moonlet_events_dropped_total 0.0",
                        "moonlet_events_listeners");
    }
}
