package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What operators see of invocations that run, and how they end one. */
class InvocationsEndpointTest {

    @TempDir Path folder;

    @Test
    void listsAndCancels() throws IOException, ExecutionException, InterruptedException {
        try (RunningMoonlet moonlet =
                        RunningMoonlet.serving(
                                folder,
                                "spring.security.user.name=olga",
                                "spring.security.user.password=secret",
                                "spring.security.user.roles=operator");
                ExecutorService caller = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpResponse<String>> waiting = caller.submit(() -> moonlet.get("/wait"));
            assertThat(moonlet.get("/later").body()).isEqualTo("now");
            await().until(() -> list(moonlet).at("/invocations").size() == 2);
            JsonNode list = list(moonlet);
            assertThat(list.at("/active").toString())
                    .isEqualTo(
                            "{\"requests\":1,\"streams\":0,\"lingering\":1,\"operations\":0,\"timers\":0,"
                                    + "\"intervals\":1}");
            assertThat(list.at("/invocations").toString())
                    .contains("\"function\":\"handlers.wait\",\"state\":\"waiting\"")
                    .contains("\"function\":\"handlers.later\",\"state\":\"lingering\"");
            assertThat(moonlet.get("/actuator/invocations").statusCode()).isEqualTo(401);

            for (JsonNode each : list.at("/invocations")) {
                String canceled = operator(moonlet, each.at("/id").asString()).body();
                assertThat(canceled).isEqualTo("{\"canceled\":1}");
            }

            assertThat(waiting.get().statusCode()).isEqualTo(503);
            await().until(() -> list(moonlet).at("/invocations").isEmpty());
        }
    }

    @BeforeEach
    void writeBundle() throws IOException {
        new BundleFolder(folder)
                .serving(
                        """
                        /wait:
                          get: {x-handler: handlers.wait}
                        /later:
                          get: {x-handler: handlers.later}
                        """)
                .with(
                        "lua/handlers.lua",
                        """
                        local handlers = {}
                        function handlers.wait() require("async").sleep("9s") end
                        function handlers.later() setInterval(print, "1s", "tick") return "now" end
                        return handlers
                        """);
    }

    private static JsonNode list(RunningMoonlet moonlet) throws IOException {
        return moonlet.read(moonlet.send(authorized(moonlet.request("/actuator/invocations"))));
    }

    private static HttpResponse<String> operator(RunningMoonlet moonlet, String id)
            throws IOException {
        return moonlet.send(authorized(moonlet.request("/actuator/invocations/" + id)).DELETE());
    }

    private static HttpRequest.Builder authorized(HttpRequest.Builder request) {
        return RunningMoonlet.by("olga:secret", request);
    }
}
