package dev.moonlet;

import static dev.moonlet.RevisionsApiTest.get;
import static dev.moonlet.RevisionsApiTest.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.moonlet.revision.Draft;
import dev.moonlet.revision.Preparation;
import dev.moonlet.revision.Step;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is served between a source, operators and a database that don't all work. */
class DecisionsTest {

    @TempDir Path folder;

    private BundleFolder bundle;

    @BeforeEach
    void writeBundle() throws IOException {
        bundle =
                new BundleFolder(folder)
                        .serving("/name: {get: {x-handler: handlers.name}}\n")
                        .with(
                                "lua/handlers.lua",
                                "return { name = function() return require 'lib'.name end }");
        call("one");
    }

    @Test
    void holdsAChoiceThoughTheSourceHasSomethingThatIsRefused() throws IOException {
        String shared =
                "spring.datasource.url=jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1"
                        .formatted(UUID.randomUUID());
        String unasked = "moonlet.bundle.watch=1h";
        try (RunningMoonlet here = serving(shared, unasked)) {
            String one = get(here, "/current").get("id").asString();
            call("two");
            post(here, "/refresh", "");
            post(here, "/refresh", "");
            assertThat(here.get("/name").body()).isEqualTo("two");
            try (RunningMoonlet there = serving(shared, unasked)) {
                bundle.with("lua/lib.lua", "return {");
                post(there, "/refresh", "");
                post(here, "/" + one + "/activate", "");
                JsonNode standing = post(there, "/refresh", "");

                assertThat(there.get("/name").body()).isEqualTo("one");
                assertThat(standing.get("refused").asString()).isNotEmpty();
                assertThat(standing.get("refused")).isEqualTo(standing.get("head"));
            }
        }
    }

    @Test
    void tellsWhatIsRefusedWhateverIsServedInstead() throws IOException {
        try (RunningMoonlet moonlet = serving()) {
            follow(moonlet, "two");
            bundle.with("lua/lib.lua", "return {");
            await().until(() -> !get(moonlet, "").at("/standing/refused").asString().isEmpty());

            JsonNode standing = post(moonlet, "/roll-back", "");

            assertThat(moonlet.get("/name").body()).isEqualTo("one");
            assertThat(standing.get("refused")).isEqualTo(standing.get("head"));
            follow(moonlet, "three");
            assertThat(get(moonlet, "").at("/standing/refused").asString()).isEmpty();
        }
    }

    @Test
    void restoresWhatIsChosenWhenTheDatabaseIsBack() throws IOException {
        try (RunningMoonlet moonlet = serving()) {
            String one = get(moonlet, "/current").get("id").asString();
            follow(moonlet, "two");
            JdbcClient sql = moonlet.bean(JdbcClient.class);
            sql.sql("alter table moonlet_content rename to gone").update();
            sql.sql("update moonlet_choice set revision = ?, pinned = true, version = version + 1")
                    .param(one)
                    .update();
            post(moonlet, "/refresh", "");
            assertThat(moonlet.get("/name").body()).isEqualTo("two");

            sql.sql("alter table gone rename to moonlet_content").update();

            await().until(() -> moonlet.get("/name").body().equals("one"));
        }
    }

    @Test
    void restoresAnEarlierOneWhenTheContentOfTheLastIsBroken(@TempDir Path data)
            throws IOException {
        String kept = "spring.datasource.url=jdbc:h2:file:" + data + "/moonlet";
        try (RunningMoonlet moonlet = serving(kept)) {
            follow(moonlet, "two");
            moonlet.bean(JdbcClient.class)
                    .sql(
                            """
                            update moonlet_content set archive = X'00' where hash =
                            (select content from moonlet_revision order by number desc limit 1)
                            """)
                    .update();
        }
        bundle.with("lua/lib.lua", "return {");
        try (RunningMoonlet moonlet = serving(kept)) {
            assertThat(moonlet.get("/name").body()).isEqualTo("one");
        }
    }

    @Test
    void isNotAskedByPagesOfOtherSites() throws IOException {
        try (RunningMoonlet moonlet = serving()) {
            assertThat(from(moonlet, "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
            assertThat(from(moonlet, "Sec-Fetch-Site", "same-site")).isEqualTo(403);
            assertThat(from(moonlet, "Sec-Fetch-Site", "same-origin")).isEqualTo(200);
            assertThat(from(moonlet, "Origin", "null")).isEqualTo(403);
            assertThat(from(moonlet, "Origin", "http://example.com")).isEqualTo(403);
            String own = moonlet.uri("").toString();
            assertThat(from(moonlet, "Origin", own)).isEqualTo(200);
        }
    }

    private static int from(RunningMoonlet moonlet, String header, String value)
            throws IOException {
        return moonlet.send(
                        RunningMoonlet.by(
                                "olga:secret",
                                moonlet.request("/moonlet/revisions/unpin")
                                        .header(header, value)
                                        .POST(BodyPublishers.noBody())))
                .statusCode();
    }

    @Test
    void followsOnAfterAPreparationThatNobodyExpected() throws IOException {
        RunningMoonlet started =
                RunningMoonlet.with(List.of(Surprise.class), folder, "moonlet.bundle.watch=20ms");
        try (RunningMoonlet moonlet = started) {
            assertThat(moonlet.get("/name").body()).isEqualTo("one");
            bundle.with("lua/surprise.lua", "return 1");
            await().untilTrue(Surprise.HAPPENED);
            Files.delete(folder.resolve("lua/surprise.lua"));

            follow(moonlet, "two");
        }
    }

    /** Fails as no preparation should. */
    static final class Surprise implements Preparation {

        private static final AtomicBoolean HAPPENED = new AtomicBoolean();

        @Override
        public Step step() {
            return Step.CHECK;
        }

        @Override
        public void prepare(Draft draft) {
            if (draft.bundle().file("lua/surprise.lua").isPresent()) {
                HAPPENED.set(true);
                throw new LinkageError("surprise");
            }
        }
    }

    private RunningMoonlet serving(String... properties) {
        return serving(List.of(), properties);
    }

    private RunningMoonlet serving(List<Class<?>> beans, String... properties) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "moonlet.bundle.watch=20ms",
                                "moonlet.bundle.mode=strict",
                                "spring.security.user.name=olga",
                                "spring.security.user.password=secret",
                                "spring.security.user.roles=operator"));
        if (String.join(" ", properties).contains("watch")) {
            all.removeFirst();
        }
        all.addAll(List.of(properties));
        return RunningMoonlet.with(beans, folder, all.toArray(String[]::new));
    }

    private void call(String name) throws IOException {
        bundle.with("lua/lib.lua", "return { name = '%s' }".formatted(name));
    }

    private void follow(RunningMoonlet moonlet, String name) throws IOException {
        call(name);
        await().until(() -> moonlet.get("/name").body().equals(name));
    }
}
