package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.moonlet.invocation.Invocations;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes that say how many may call them at once. */
class ConcurrencyTest {

    @TempDir static Path folder;
    @TempDir static Path other;

    private static RunningMoonlet moonlet;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        new BundleFolder(folder)
                .serving(
                        """
                        /wait: {get: {x-handler: h.wait, x-concurrency: 2}}
                        /go: {get: {x-handler: h.go}}
                        /fails: {get: {x-handler: h.fails, x-concurrency: 1}}
                        /stream: {get: {x-handler: h.stream, x-concurrency: 1}}
                        /talk: {get: {x-websocket: h.talk, x-concurrency: 1}}
                        """)
                .with(
                        "lua/h.lua",
                        """
                        local events, http = require "events", require "http"
                        local h = {}
                        function h.wait() return events.wait("go", "9s") end
                        function h.go() events.emit("go", "gone") end
                        function h.fails() error("no") end
                        function h.stream(req)
                          return http.stream(function(write)
                            write("a")
                            if not req.query.short then events.wait("go", "9s") end
                          end)
                        end
                        function h.talk() return {} end
                        return h
                        """);
        moonlet = RunningMoonlet.serving(folder);
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        moonlet.close();
    }

    @Test
    void refuseOneMoreAndTakeNoStateForIt() throws IOException {
        await().until(() -> running() == 0);
        CompletableFuture<?> first = begin("/wait");
        CompletableFuture<?> second = begin("/wait");
        await().until(() -> running() == 2);

        HttpResponse<String> third = moonlet.get("/wait");

        assertThat(third.statusCode()).isEqualTo(503);
        assertThat(third.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(third.body()).contains("Too many requests run at the moment.");
        assertThat(running()).isEqualTo(2);
        assertThat(moonlet.get("/actuator/prometheus").body())
                .contains("moonlet_http_refusals_total{function=\"h.wait\"} 1.0");
        moonlet.get("/go");
        first.join();
        second.join();
    }

    @Test
    void haveTheirPlaceBackWhenAHandlerFails() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(moonlet.get("/fails").statusCode()).isEqualTo(500);
        }
    }

    @Test
    void countAStreamUntilItEnds() throws IOException, InterruptedException {
        HttpResponse<InputStream> open =
                CLIENT.send(moonlet.request("/stream").build(), BodyHandlers.ofInputStream());
        try (InputStream pieces = open.body()) {
            assertThat(pieces.read()).isEqualTo('a');
            assertThat(moonlet.get("/stream").statusCode()).isEqualTo(503);
        }
        await().until(() -> moonlet.get("/stream?short").statusCode() == 200);
    }

    @Test
    void countAWebSocketUntilItIsClosed() throws IOException {
        assertThat(moonlet.get("/talk").statusCode()).isEqualTo(426);
        await().until(() -> running() == 0);
        WebSocket first = connect().join();
        await().until(() -> running() == 1);

        assertThat(connect().handle((_, refused) -> refused).join()).isNotNull();

        first.sendClose(1000, "").join();
        WebSocket next =
                await().until(
                                () -> connect().handle((socket, _) -> socket).join(),
                                Objects::nonNull);
        next.sendClose(1000, "").join();
        await().until(() -> running() == 0);
    }

    @Test
    void breakARouteThatSaysNoNumber() throws IOException {
        new BundleFolder(other)
                .serving(
                        """
                        /a: {get: {x-handler: h.f, x-concurrency: 0}}
                        /b: {get: {x-handler: h.f, x-concurrency: many}}
                        /c: {get: {x-handler: h.f, x-concurrency: 1.5}}
                        /d: {get: {x-handler: h.f, x-concurrency: 1}}
                        """)
                .with("lua/h.lua", "return { f = function() return {} end }");
        try (RunningMoonlet broken = RunningMoonlet.serving(other)) {
            assertThat(broken.json("/actuator/health").findValue("problems"))
                    .hasSize(3)
                    .allSatisfy(problem ->
                            assertThat(problem.asString())
                                    .endsWith("may call the handler at once: a number from 1 on"));
            assertThat(broken.get("/d").statusCode()).isEqualTo(200);
        }
    }

    private static CompletableFuture<?> begin(String path) {
        return CLIENT.sendAsync(moonlet.request(path).build(), BodyHandlers.ofString());
    }

    private static CompletableFuture<WebSocket> connect() {
        return CLIENT.newWebSocketBuilder()
                .buildAsync(
                        URI.create(moonlet.uri("/talk").toString().replace("http:", "ws:")),
                        new WebSocket.Listener() {});
    }

    private static int running() {
        return moonlet.bean(Invocations.class).running().size();
    }
}
