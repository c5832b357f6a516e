package dev.moonlet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.moonlet.invocation.Invocations;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a handler whose client does not wait for the answer. */
class HangUpTest {

    @TempDir Path folder;

    @BeforeEach
    void writeBundle() throws IOException {
        new BundleFolder(folder)
                .serving(
                        """
                        /sleep:
                          post: {x-handler: handlers.sleep, x-profile: full}
                        /compute:
                          post: {x-handler: handlers.compute, x-profile: full}
                        /short:
                          post: {x-handler: handlers.short}
                        """)
                .with(
                        "lua/handlers.lua",
                        """
                        local async = require "async"
                        local handlers = {}
                        function handlers.sleep() async.sleep("29s") end
                        function handlers.compute() while true do end end
                        function handlers.short(req) async.sleep(300) return req.body end
                        return handlers
                        """);
    }

    @Test
    void endsWhereverItIs() throws IOException {
        try (RunningMoonlet moonlet = RunningMoonlet.serving(folder)) {
            for (String path : new String[] {"/sleep", "/compute"}) {
                try (Socket client = connect(moonlet)) {
                    post(client, path, "x");
                    awaitRunning(moonlet, 1);
                }
                awaitRunning(moonlet, 0);
            }
            assertThat(moonlet.get("/actuator/prometheus").body())
                    .containsPattern("http_server_requests.*status=\"499\",uri=\"/sleep\"} 1")
                    .containsPattern("http_server_requests.*status=\"499\",uri=\"/compute\"} 1");
        }
    }

    @Test
    void endsWithTheStreamOfHttp2() throws IOException {
        try (RunningMoonlet moonlet = RunningMoonlet.serving(folder, "server.http2.enabled=true");
                HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> patient = send(client, moonlet.uri("/short")).join();
            assertThat(patient.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(patient.statusCode()).isEqualTo(200);
            CompletableFuture<?> waiting = send(client, moonlet.uri("/sleep"));
            awaitRunning(moonlet, 1);

            waiting.cancel(true);

            awaitRunning(moonlet, 0);
        }
    }

    @Test
    void goesOnForAClientThatHasSentItsNextRequestAlready() throws IOException {
        try (RunningMoonlet moonlet = RunningMoonlet.serving(folder);
                Socket client = connect(moonlet)) {
            for (String body : new String[] {"one", "two", "three"}) {
                post(client, "/short", body);
            }
            StringBuilder received = new StringBuilder();
            byte[] buffer = new byte[4096];
            while (received.indexOf("three") < 0) {
                int length = client.getInputStream().read(buffer);
                assertThat(length).as(received.toString()).isPositive();
                received.append(new String(buffer, 0, length, US_ASCII));
            }
            assertThat(received).containsSubsequence("200", "one", "200", "two", "200", "three");
        }
    }

    private static CompletableFuture<HttpResponse<String>> send(HttpClient client, URI address) {
        HttpRequest post =
                HttpRequest.newBuilder(address)
                        .POST(HttpRequest.BodyPublishers.ofString("x"))
                        .build();
        return client.sendAsync(post, BodyHandlers.ofString());
    }

    private static Socket connect(RunningMoonlet moonlet) throws IOException {
        URI server = moonlet.uri("/");
        return new Socket(server.getHost(), server.getPort());
    }

    private static void post(Socket client, String path, String body) throws IOException {
        String request =
                "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(path, body.length(), body);
        client.getOutputStream().write(request.getBytes(US_ASCII));
    }

    private static void awaitRunning(RunningMoonlet moonlet, int count) {
        await().until(() -> moonlet.bean(Invocations.class).running().size() == count);
    }
}
