package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.moonlet.invocation.Invocations;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that send or take too little to go on waiting for them. */
class SlowClientsTest {

    private static final long DRIP_NANOS = 30_000_000;

    @TempDir static Path folder;
    private static RunningMoonlet moonlet;

    @BeforeAll
    static void start() throws IOException {
        new BundleFolder(folder)
                .serving(
                        """
                        /held: {post: {x-handler: h.held}}
                        /large: {get: {x-handler: h.large}}
                        /flood: {get: {x-handler: h.flood}}
                        /flood2: {get: {x-handler: h.flood}}
                        /unread: {post: {x-handler: h.held, x-stream: true}}
                        """)
                .with(
                        "lua/h.lua",
                        """
                        local http = require "http"
                        local h = {}
                        function h.held(req) return {} end
                        function h.large() return ("x"):rep(11 * 1024 * 1024) end
                        function h.flood()
                          return http.stream(function(write)
                            repeat until not write(("x"):rep(65536))
                          end)
                        end
                        return h
                        """);
        moonlet =
                RunningMoonlet.serving(
                        folder,
                        "moonlet.http.read-timeout=400ms",
                        "moonlet.http.write-timeout=400ms",
                        "server.tomcat.connection-timeout=1m",
                        "server.http2.enabled=true");
    }

    @AfterAll
    static void stop() {
        moonlet.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "multipart/form-data; boundary=b"})
    void areToldThatTheirBodyTakesTooLong(String type) throws IOException {
        assertThat(drip("/held", "Content-Length: 100000\r\nContent-Type: " + type, "--b\r\n", "x"))
                .startsWith("HTTP/1.1 408")
                .contains("The body takes longer than the 400 ms that it is waited for.");
    }

    @Test
    void areToldSoWhenTheySendNothingAnyMore() throws IOException {
        try (RunningMoonlet impatient =
                        RunningMoonlet.serving(folder, "server.tomcat.connection-timeout=300ms");
                RawClient raw = new RawClient(impatient.uri("/"))) {
            assertThat(raw.exchange("POST /held HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nx"))
                    .startsWith("HTTP/1.1 408");
        }
    }

    /** What goes before a piece may be long, and a server reads it to its end at once. */
    @Test
    void areDroppedWhenTheyDripBetweenThePieces() throws IOException {
        assertThat(drip("/held", "Transfer-Encoding: chunked", "1;", "x")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/unread", "/actuator/nothing"})
    void areDroppedWhenNobodyReadsWhatTheySend(String path) throws IOException {
        assertThat(drip(path, "Content-Length: 1000000", "x", "x")).startsWith("HTTP/1.1 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/large", "/flood"})
    void areDroppedWhenTheyDoNotTakeTheirResponse(String path) throws IOException {
        try (RawClient raw = new RawClient(moonlet.uri("/"))) {
            raw.send("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n");

            await().until(() -> answered(path));
            await().until(() -> moonlet.bean(Invocations.class).running().isEmpty());
        }
    }

    @Test
    void areDroppedOnAStreamOfHttp2() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<?> response =
                    client.send(moonlet.request("/flood2").build(), BodyHandlers.ofInputStream());
            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);

            await().until(() -> answered("/flood2"));
            client.shutdownNow();
        }
        await().until(() -> moonlet.bean(Invocations.class).running().isEmpty());
    }

    /** Sends the same again and again, and returns what has come when the server has closed. */
    private static String drip(String path, String header, String first, String next)
            throws IOException {
        try (RawClient raw = new RawClient(moonlet.uri("/"))) {
            raw.send("POST " + path + " HTTP/1.1\r\nHost: a\r\n" + header + "\r\n\r\n" + first);
            Thread dripping =
                    Thread.startVirtualThread(() -> {
                        try {
                            while (!Thread.interrupted()) {
                                raw.send(next);
                                LockSupport.parkNanos(DRIP_NANOS);
                            }
                        } catch (IOException closed) {
                            // as it should be
                        }
                    });
            try {
                return raw.received();
            } finally {
                dripping.interrupt();
            }
        }
    }

    private static boolean answered(String path) throws IOException {
        return moonlet.get("/actuator/prometheus")
                .body()
                .matches(
                        "(?s).*http_server_requests_seconds_count.{0,200}uri=\"%s\"} 1.*"
                                .formatted(path));
    }
}
