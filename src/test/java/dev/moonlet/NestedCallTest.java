package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.moonlet.invocation.Invocations;
import dev.moonlet.invocation.Running;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Routes that scripts call are invocations of their own, within those that call. */
class NestedCallTest {

    @TempDir static Path folder;
    private static CallingBundle bundle;

    @BeforeAll
    static void start() throws IOException {
        bundle = CallingBundle.served(folder);
    }

    @AfterAll
    static void stop() {
        bundle.close();
    }

    @Test
    void haveStatesOfTheirOwn() throws IOException {
        assertThat(bundle.moonlet().json("/call/globals").toString())
                .isEqualTo("{\"mark\":1,\"inner\":\"1\"}");
    }

    @Test
    void goOnAtOnce() throws IOException {
        assertThat(bundle.moonlet().json("/call/all").get("sum").asInt()).isEqualTo(210);
    }

    @Test
    void endByTheirDepth() throws IOException {
        JsonNode endless = bundle.moonlet().json("/call/endless");

        assertThat(endless.get("deepest").asInt()).isEqualTo(8);
        assertThat(endless.get("kind").asString()).isEqualTo("Internal");
        assertThat(endless.get("error").asString())
                .isEqualTo(
                        "GET /call/endless would be more than 8 calls deep: does a route call"
                                + " itself?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/spins", "/sleeps"})
    void haveNoMoreTimeThanTheirCaller(String path) throws IOException {
        HttpResponse<String> response = bundle.get("/call/brief", path);

        assertThat(response.statusCode()).isEqualTo(504);
        assertThat(response.body()).contains("The handler passed its limit of time, 500");
        awaitNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/spins", "/sleeps"})
    void endWhenTheirCallerIsCanceled(String path) throws InterruptedException, ExecutionException {
        try (ExecutorService client = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpResponse<String>> response =
                    client.submit(() -> bundle.get("/call/long", path));
            await().until(() -> running().size() == 2);
            Running outer =
                    running().stream()
                            .filter(each -> each.function().toString().equals("calls.call"))
                            .findAny()
                            .orElseThrow();
            assertThat(running()).extracting(Running::id).containsOnly(outer.id());

            outer.cancel();

            assertThat(response.get().statusCode()).isEqualTo(503);
            awaitNothing();
        }
    }

    @Test
    void endWithTheTaskThatCalls() throws IOException {
        assertThat(bundle.moonlet().json("/call/both").get("failed").asBoolean()).isTrue();
        awaitNothing();
    }

    @Test
    void areCountedAsInvocationsAndOperationsAndNotAsRequests() throws IOException {
        bundle.call("/nested");

        String figures = bundle.moonlet().get("/actuator/prometheus").body();
        assertThat(figures)
                .contains("moonlet_operations_seconds_count{operation=\"CallRoute\"")
                .contains("function=\"targets.nested\"")
                .doesNotContain("uri=\"/nested\"");
    }

    @Test
    void waitForAStateNoLongerThanAnybody(@TempDir Path small) throws IOException {
        try (CallingBundle crowded =
                CallingBundle.served(small, "moonlet.pool.max=1", "moonlet.pool.max-wait=20ms")) {
            JsonNode inner = crowded.call("/nested");

            assertThat(inner.get("status").asInt()).isEqualTo(503);
            assertThat(inner.at("/headers/retry-after").asString()).isEqualTo("1");
            assertThat(crowded.moonlet().get("/nested").body()).isEqualTo("1");
        }
    }

    @Test
    void needThePermissionForTheirTemplate(@TempDir Path granted) throws IOException {
        try (CallingBundle strict =
                CallingBundle.served(granted, "moonlet.security.grants=api.call /target/{id}")) {
            assertThat(strict.call("/target/1").get("status").asInt()).isEqualTo(200);
            assertThat(strict.call("/nested").get("kind").asString()).isEqualTo("PermissionDenied");
        }
    }

    @Test
    void goOnWhileTheServiceShutsDown(@TempDir Path closing)
            throws IOException, InterruptedException, ExecutionException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            CompletableFuture<HttpResponse<String>> late;
            try (CallingBundle ending = CallingBundle.served(closing)) {
                Invocations invocations = ending.moonlet().bean(Invocations.class);
                late =
                        client.sendAsync(
                                ending.moonlet().request("/call/late").build(),
                                BodyHandlers.ofString());
                await().until(() -> invocations.running().size() == 1);
            }
            assertThat(late.get().body()).isEqualTo("200");
        }
    }

    private static List<Running> running() {
        return bundle.moonlet().bean(Invocations.class).running();
    }

    private static void awaitNothing() {
        await().until(() -> running().isEmpty());
    }
}
