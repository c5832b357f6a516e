package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What operators see of revisions, and what they decide. */
class RevisionsApiTest {

    private static final String PATHS = "/name: {get: {x-handler: handlers.name}}\n";

    @TempDir Path folder;

    private BundleFolder bundle;

    @BeforeEach
    void writeBundle() throws IOException {
        bundle =
                new BundleFolder(folder)
                        .serving(PATHS)
                        .with(
                                "lua/handlers.lua",
                                "return { name = function() return require 'lib'.name end }");
        call("one");
    }

    @Test
    void tellWhatThereIs() throws IOException {
        try (RunningMoonlet moonlet = serving()) {
            String one = get(moonlet, "/current").get("id").asString();
            bundle.with("lua/lib.lua", "require 'http' return { name = 'two' }")
                    .with("lua/more.lua", "return 1")
                    .serving(PATHS + "/more: {get: {x-handler: handlers.name}}\n");
            await().until(() -> moonlet.get("/name").body().equals("two"));
            JsonNode list = get(moonlet, "");
            String two = list.at("/standing/serving").asString();
            assertThat(two).isNotEqualTo(one);
            assertThat(list.at("/standing/head").asString()).isEqualTo(two);
            assertThat(list.at("/revisions/0/id").asString()).isEqualTo(two);
            assertThat(get(moonlet, "?limit=1").at("/revisions")).hasSize(1);

            JsonNode shown = get(moonlet, "/" + two);
            assertThat(shown.at("/files/lua~1more.lua").asString()).hasSize(64);
            assertThat(shown.at("/traits/kinds/routes/GET ~1more/profile/0").asString())
                    .isEqualTo("standard");
            assertThat(get(moonlet, "/" + two + "/report").at("/steps/0/step").asString())
                    .isEqualTo("fetch");

            JsonNode diff = get(moonlet, "/" + one + "/diff/" + two);
            assertThat(diff.get("files").toString())
                    .isEqualTo(
                            "{\"config/openapi.yaml\":\"changed\",\"lua/lib.lua\":\"changed\","
                                    + "\"lua/more.lua\":\"added\"}");
            assertThat(diff.at("/traits/routes/GET ~1more/fate").asString()).isEqualTo("added");
            JsonNode name = diff.at("/traits/routes/GET ~1name/facts");
            assertThat(name.at("/modules/gained").toString()).isEqualTo("[\"http\"]");
            assertThat(name.at("/classes/gained").toString()).contains("network");
            assertThat(name.at("/asks/gained").toString()).contains("http.request");
            assertThat(name.at("/asks/lost")).isEmpty();
        }
    }

    @Test
    void rollBackUntilTheSourceHasSomethingNew() throws IOException {
        try (RunningMoonlet moonlet = serving()) {
            follow(moonlet, "two");
            follow(moonlet, "three");

            JsonNode standing = post(moonlet, "/roll-back", "{\"why\": \"it fails\"}");
            assertThat(moonlet.get("/name").body()).isEqualTo("two");
            assertThat(standing.get("serving")).isNotEqualTo(standing.get("head"));
            JsonNode activation = get(moonlet, "/activations").get(0);
            assertThat(activation.get("kind").asString()).isEqualTo("rolled_back");
            assertThat(activation.get("who").asString()).isEqualTo("olga");
            assertThat(activation.get("why").asString()).isEqualTo("it fails");
            assertThat(activation.get("from")).isEqualTo(standing.get("head"));

            post(moonlet, "/refresh", "");
            assertThat(moonlet.get("/name").body()).isEqualTo("two");
            String tooLong = "{\"why\": \"%s\"}".formatted("x".repeat(1_001));
            assertThat(send(moonlet, "/roll-back", tooLong).body()).contains("may have 1000 char");
            post(moonlet, "/roll-back", "");
            assertThat(moonlet.get("/name").body()).isEqualTo("one");
            HttpResponse<String> none = send(moonlet, "/roll-back", "");
            assertThat(none.statusCode()).isEqualTo(404);
            assertThat(none.body()).contains("nothing was served before revision");

            follow(moonlet, "four");
        }
    }

    @Test
    void pinWhateverTheSourceHas() throws IOException {
        try (RunningMoonlet moonlet = serving()) {
            String one = get(moonlet, "/current").get("id").asString();
            assertThat(post(moonlet, "/current/pin", "").get("pinned").asBoolean()).isTrue();
            call("two");
            await().until(() -> {
                JsonNode standing = get(moonlet, "").get("standing");
                return !standing.get("head").equals(standing.get("serving"));
            });
            post(moonlet, "/refresh", "");
            assertThat(moonlet.get("/name").body()).isEqualTo("one");

            assertThat(post(moonlet, "/unpin", "").get("pinned").asBoolean()).isFalse();
            assertThat(moonlet.get("/name").body()).isEqualTo("two");
            post(moonlet, "/" + one + "/activate", "");
            assertThat(moonlet.get("/name").body()).isEqualTo("one");
        }
    }

    @Test
    void tellWhatIsRefused() throws IOException {
        try (RunningMoonlet moonlet = serving()) {
            bundle.with("lua/lib.lua", "return {");
            await().until(() -> !get(moonlet, "").at("/standing/refused").asString().isEmpty());
            String refused = get(moonlet, "").at("/standing/refused").asString();

            JsonNode report = get(moonlet, "/" + refused + "/report");
            assertThat(report.get("refused").asBoolean()).isTrue();
            assertThat(report.toString()).contains("unexpected symbol near <eof>");
            assertThat(send(moonlet, "/" + refused + "/activate", "").statusCode()).isEqualTo(404);
            assertThat(send(moonlet, "/nowhere/activate", "").body())
                    .contains("no revision nowhere is kept that could be served");
            assertThat(moonlet.get("/name").body()).isEqualTo("one");
        }
    }

    @Test
    void reachAllInstancesThatShareTheDatabase() throws IOException {
        String database = "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID());
        String shared = "spring.datasource.url=" + database;
        try (RunningMoonlet here = serving(shared, "moonlet.instance.name=here");
                RunningMoonlet there = serving(shared, "moonlet.instance.name=there")) {
            follow(here, "two");
            await().until(() -> there.get("/name").body().equals("two"));

            post(here, "/roll-back", "");
            await().until(() -> there.get("/name").body().equals("one"));

            post(there, "/current/pin", "");
            call("three");
            await().until(() -> get(here, "").at("/standing/pinned").asBoolean());
            post(here, "/refresh", "");
            post(there, "/refresh", "");
            assertThat(here.get("/name").body()).isEqualTo("one");
            assertThat(there.get("/name").body()).isEqualTo("one");

            post(here, "/unpin", "");
            await().until(() -> there.get("/name").body().equals("three"));
            assertThat(get(here, "/activations").findValuesAsString("instance"))
                    .contains("here", "there");
        }
    }

    @Test
    void restoreWhatWasServedLastWhenTheSourceIsBroken(@TempDir Path data) throws IOException {
        String kept = "spring.datasource.url=jdbc:h2:file:" + data + "/moonlet";
        try (RunningMoonlet moonlet = serving(kept)) {
            follow(moonlet, "two");
        }
        bundle.with("lua/lib.lua", "return {");
        try (RunningMoonlet moonlet = serving(kept)) {
            assertThat(moonlet.get("/name").body()).isEqualTo("two");
            assertThat(get(moonlet, "").at("/standing/refused").asString()).isNotEmpty();
            post(moonlet, "/roll-back", "");
        }
        Files.delete(folder.resolve("config/openapi.yaml"));
        try (RunningMoonlet moonlet = serving(kept)) {
            assertThat(moonlet.get("/name").body()).isEqualTo("one");
        }
    }

    @Test
    void areForOperators() throws IOException {
        try (RunningMoonlet moonlet = serving("spring.security.user.roles=reader")) {
            assertThat(moonlet.get("/moonlet/revisions").statusCode()).isEqualTo(401);
            assertThat(send(moonlet, "/roll-back", "").statusCode()).isEqualTo(403);
            assertThat(send(moonlet, "/validate", "").statusCode()).isEqualTo(403);
            assertThat(send(moonlet, "/refresh", "").statusCode()).isEqualTo(401);
        }
    }

    private RunningMoonlet serving(String... properties) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "moonlet.bundle.watch=20ms",
                                "moonlet.bundle.mode=strict",
                                "spring.security.user.name=olga",
                                "spring.security.user.password=secret"));
        if (!String.join(" ", properties).contains("roles")) {
            all.add("spring.security.user.roles=operator");
        }
        all.addAll(List.of(properties));
        return RunningMoonlet.serving(folder, all.toArray(String[]::new));
    }

    private void call(String name) throws IOException {
        bundle.with("lua/lib.lua", "return { name = '%s' }".formatted(name));
    }

    private void follow(RunningMoonlet moonlet, String name) throws IOException {
        call(name);
        await().until(() -> moonlet.get("/name").body().equals(name));
    }

    static JsonNode get(RunningMoonlet moonlet, String path) throws IOException {
        HttpResponse<String> response =
                moonlet.send(
                        RunningMoonlet.by(
                                "olga:secret", moonlet.request("/moonlet/revisions" + path)));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return moonlet.read(response);
    }

    static JsonNode post(RunningMoonlet moonlet, String path, String body) throws IOException {
        HttpResponse<String> response = send(moonlet, path, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return moonlet.read(response);
    }

    static HttpResponse<String> send(RunningMoonlet moonlet, String path, String body)
            throws IOException {
        return moonlet.send(
                RunningMoonlet.by(
                        "olga:secret",
                        moonlet.request("/moonlet/revisions" + path)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))));
    }
}
