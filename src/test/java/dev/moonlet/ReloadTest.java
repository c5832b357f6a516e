package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.moonlet.invocation.Invocations;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A bundle's directory changes while it is served. */
@ExtendWith(OutputCaptureExtension.class)
class ReloadTest {

    private static final String PATHS =
            """
            /name: {get: {x-handler: handlers.name}}
            /late: {get: {x-handler: handlers.late}}
            /stream: {get: {x-handler: handlers.stream}}
            /timer: {get: {x-handler: handlers.timer}}
            /go: {post: {x-handler: handlers.go}}
            /told: {get: {x-handler: handlers.told}}
            """;

    private static final String HANDLERS =
            """
            local async, cache, http = require "async", require "cache", require "http"
            local handlers = {}
            local function wait() while not cache.get "go" do async.sleep(10) end end
            function handlers.name() return require "lib".name end
            function handlers.late() wait() return require "late".name end
            function handlers.stream()
              return http.stream(function(write)
                write(require "lib".name .. "\\n")
                wait()
                write(require "late".name .. "\\n")
              end)
            end
            function handlers.timer()
              setTimeout(function() wait() cache.set("told", require "late".name) end, 1)
              return "set"
            end
            function handlers.go() cache.set("go", true) end
            function handlers.told() return cache.get "told" or "nothing" end
            return handlers
            """;

    @TempDir Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private BundleFolder bundle;

    @BeforeEach
    void writeBundle() throws IOException {
        bundle =
                new BundleFolder(folder)
                        .serving(PATHS)
                        .with("lua/handlers.lua", HANDLERS)
                        .with("lua/late.lua", "return { name = 'one' }");
        bundle.with("lua/lib.lua", "return { name = 'one' }");
    }

    @AfterEach
    void closeClient() {
        client.close();
    }

    @Test
    void servesWhatIsThereNow() throws IOException {
        try (RunningMoonlet moonlet = serving("moonlet.http.revision-header=true")) {
            HttpResponse<String> one = moonlet.get("/name");
            assertThat(one.body()).isEqualTo("one");

            call("two");

            await().until(() -> moonlet.get("/name").body().equals("two"));
            HttpResponse<String> two = moonlet.get("/name");
            assertThat(revision(two)).hasSize(12).isNotEqualTo(revision(one));
            assertThat(moonlet.get("/nowhere").headers().firstValue("X-Moonlet-Revision"))
                    .contains(revision(two));
            assertThat(moonlet.get("/actuator/prometheus").body())
                    .contains("moonlet_revision_served{revision=\"" + revision(two) + "\"} 1.0")
                    .doesNotContain("revision=\"" + revision(one))
                    .contains(
                            "moonlet_revision_step_seconds_count{outcome=\"done\",step=\"warm\"}");
        }
    }

    @Test
    void staysWithWhatItServesWhenAChangeIsRefused(CapturedOutput log) throws IOException {
        try (RunningMoonlet moonlet = serving()) {
            bundle.with("lua/lib.lua", "return { name = 'two'");

            await().until(() -> log.getOut().contains("is refused"));
            assertThat(moonlet.get("/name").body()).isEqualTo("one");
            assertThat(log).contains("lua/lib.lua:1: '}' expected");
            assertThat(moonlet.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(moonlet.json("/actuator/health").at("/components/bundle").toString())
                    .contains("\"status\":\"UP\"")
                    .contains("\"refused\":[\"lua/lib.lua:1: '}' expected");
            assertThat(moonlet.get("/actuator/prometheus").body())
                    .contains("moonlet_revisions_total{outcome=\"refused\"} 1.0")
                    .contains("{outcome=\"failed\",step=\"compile\"}")
                    .contains("{outcome=\"skipped\",step=\"load\"}");

            call("three");

            await().until(() -> moonlet.get("/name").body().equals("three"));
            assertThat(moonlet.json("/actuator/health").at("/components/bundle").toString())
                    .doesNotContain("refused");
        }
    }

    @Test
    void leavesRequestsStreamsAndTimersWithTheRevisionThatTheyBeganWith()
            throws IOException, ExecutionException, InterruptedException {
        try (RunningMoonlet moonlet = serving()) {
            CompletableFuture<HttpResponse<String>> late =
                    client.sendAsync(moonlet.request("/late").build(), BodyHandlers.ofString());
            assertThat(moonlet.get("/timer").body()).isEqualTo("set");
            BufferedReader stream =
                    new BufferedReader(
                            new InputStreamReader(
                                    client.send(
                                                    moonlet.request("/stream").build(),
                                                    BodyHandlers.ofInputStream())
                                            .body(),
                                    StandardCharsets.UTF_8));
            assertThat(stream.readLine()).isEqualTo("one");
            await().until(() -> running(moonlet) == 3);

            bundle.with("lua/late.lua", "return { name = 'two' }");
            call("two");
            await().until(() -> moonlet.get("/name").body().equals("two"));
            assertThat(running(moonlet)).isEqualTo(3);
            await().until(() -> draining(moonlet).contains("moonlet_revisions_draining 1.0"));

            moonlet.send(moonlet.request("/go").POST(BodyPublishers.noBody()));
            assertThat(late.get().body()).isEqualTo("one");
            assertThat(stream.readLine()).isEqualTo("one");
            await().until(() -> moonlet.get("/told").body().equals("one"));
            assertThat(moonlet.get("/late").body()).isEqualTo("two");
            await().until(() -> draining(moonlet).contains("moonlet_revisions_draining 0.0"));
        }
    }

    @Test
    void endsWhatTheLastRevisionHasLeftWhenItsTimeIsOver(CapturedOutput log)
            throws IOException, ExecutionException, InterruptedException {
        try (RunningMoonlet moonlet = serving("moonlet.pool.drain=100ms")) {
            CompletableFuture<HttpResponse<String>> late =
                    client.sendAsync(moonlet.request("/late").build(), BodyHandlers.ofString());
            await().until(() -> running(moonlet) == 1);

            call("two");

            assertThat(late.get().statusCode()).isEqualTo(503);
            assertThat(log).contains("another revision is served, and moonlet.pool.drain is over");
            assertThat(moonlet.get("/name").body()).isEqualTo("two");
        }
    }

    @Test
    void serves503UntilThereIsABundle() throws IOException {
        Files.delete(folder.resolve("config/openapi.yaml"));
        try (RunningMoonlet moonlet = serving()) {
            HttpResponse<String> nothing = moonlet.get("/name");
            assertThat(nothing.statusCode()).isEqualTo(503);
            assertThat(nothing.headers().firstValue("Retry-After")).contains("1");

            bundle.serving(PATHS);

            await().until(() -> moonlet.get("/name").body().equals("one"));
        }
    }

    private RunningMoonlet serving(String... properties) {
        String[] all = new String[properties.length + 2];
        System.arraycopy(properties, 0, all, 2, properties.length);
        all[0] = "moonlet.bundle.watch=20ms";
        all[1] = "moonlet.bundle.mode=strict";
        return RunningMoonlet.permitting(folder, all);
    }

    private static int running(RunningMoonlet moonlet) {
        return moonlet.bean(Invocations.class).running().size();
    }

    private static String draining(RunningMoonlet moonlet) throws IOException {
        return moonlet.get("/actuator/prometheus").body();
    }

    private static String revision(HttpResponse<String> response) {
        return response.headers().firstValue("X-Moonlet-Revision").orElseThrow();
    }

    private void call(String name) throws IOException {
        bundle.with("lua/lib.lua", "return { name = '%s' }".formatted(name));
    }
}
