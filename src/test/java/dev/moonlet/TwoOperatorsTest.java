package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Operators decide at once, at two instances that share a database. */
@Timeout(120)
class TwoOperatorsTest {

    private static final int EACH = 10;
    private static final Set<String> BY_OPERATORS = Set.of("activated", "pinned", "rolled_back");

    @TempDir private Path folder;

    @Test
    void leaveBothInstancesWithTheLastChoice()
            throws IOException, ExecutionException, InterruptedException {
        new BundleFolder(folder).serving("/name: {get: {x-handler: handlers.name}}");
        call("one");
        try (EmbeddedPostgres database = EmbeddedPostgres.start();
                RunningMoonlet here = serving(database);
                RunningMoonlet there = serving(database)) {
            List<String> ids = new ArrayList<>(List.of(serves(here)));
            for (String name : List.of("two", "three")) {
                call(name);
                await().until(() ->
                        here.get("/name").body().equals(name)
                                && there.get("/name").body().equals(name));
                ids.add(serves(here));
            }

            List<Integer> answers = atOnce(List.of(here, there), ids);

            assertThat(answers).hasSize(4 * EACH).contains(200).isSubsetOf(200, 409);
            JsonNode activations = get(here, "/activations?limit=200");
            assertThat(
                            activations.findValuesAsString("kind").stream()
                                    .filter(BY_OPERATORS::contains))
                    .hasSize((int) answers.stream().filter(each -> each == 200).count());
            String chosen = get(here, "").at("/standing/chosen").asString();
            assertThat(activations)
                    .filteredOn(each -> BY_OPERATORS.contains(each.get("kind").asString()))
                    .first()
                    .satisfies(
                            last -> assertThat(last.get("revision").asString()).isEqualTo(chosen));
            await().until(() -> serves(here).equals(chosen) && serves(there).equals(chosen));
            assertThat(here.get("/name").body()).isEqualTo(there.get("/name").body());
        }
    }

    private static List<Integer> atOnce(List<RunningMoonlet> instances, List<String> ids)
            throws ExecutionException, InterruptedException {
        List<Callable<List<Integer>>> operators = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int operator = i;
            operators.add(() -> {
                List<Integer> answers = new ArrayList<>();
                for (int turn = 0; turn < EACH; turn++) {
                    String call =
                            switch ((operator + turn) % 3) {
                                case 0 -> ids.get(turn % 3) + "/activate";
                                case 1 -> ids.get((turn + operator) % 3) + "/pin";
                                default -> "roll-back";
                            };
                    answers.add(decide(instances.get(operator % 2), call));
                }
                return answers;
            });
        }
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<List<Integer>> each : threads.invokeAll(operators)) {
                answers.addAll(each.get());
            }
        }
        return answers;
    }

    private static int decide(RunningMoonlet moonlet, String call) throws IOException {
        return moonlet.send(operators(moonlet, "/" + call).POST(BodyPublishers.noBody()))
                .statusCode();
    }

    private static String serves(RunningMoonlet moonlet) throws IOException {
        return get(moonlet, "").at("/standing/serving").asString();
    }

    private static JsonNode get(RunningMoonlet moonlet, String path) throws IOException {
        return moonlet.read(moonlet.send(operators(moonlet, path)));
    }

    private static HttpRequest.Builder operators(RunningMoonlet moonlet, String path) {
        return RunningMoonlet.by("olga:secret", moonlet.request("/moonlet/revisions" + path));
    }

    private RunningMoonlet serving(EmbeddedPostgres database) {
        return RunningMoonlet.serving(
                folder,
                "spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"),
                "moonlet.bundle.mode=strict",
                "moonlet.bundle.watch=50ms",
                "spring.security.user.name=olga",
                "spring.security.user.password=secret",
                "spring.security.user.roles=operator");
    }

    private void call(String name) throws IOException {
        new BundleFolder(folder)
                .with(
                        "lua/handlers.lua",
                        "return {name = function() return '%s' end}".formatted(name));
    }
}
