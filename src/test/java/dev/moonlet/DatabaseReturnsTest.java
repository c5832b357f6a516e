package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Revisions while the database is away, and when it is back. */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(120)
class DatabaseReturnsTest {

    private static final String TOLD = "what is served stays";

    @TempDir private Path folder;
    private Path bundle;
    private int port;

    @BeforeEach
    void prepare() throws IOException {
        bundle = Files.createDirectory(folder.resolve("bundle"));
        new BundleFolder(bundle).serving("/name: {get: {x-handler: handlers.name}}");
        call("one");
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
    }

    @Test
    void takesWhatHasChangedMeanwhile(CapturedOutput log) throws IOException {
        EmbeddedPostgres database = startDatabase();
        try (RunningMoonlet moonlet = serving()) {
            database.close();
            call("two");
            await().until(() -> log.getAll().contains(TOLD));

            tellsOperators(moonlet, operators(moonlet, ""));
            tellsOperators(moonlet, operators(moonlet, "/roll-back").POST(BodyPublishers.noBody()));
            assertThat(moonlet.get("/name").body()).isEqualTo("one");
            assertThat(moonlet.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(log.getAll().lines().filter(line -> line.contains(TOLD))).hasSize(1);

            try (EmbeddedPostgres _ = startDatabase()) {
                await().until(() -> moonlet.get("/name").body().equals("two"));
                assertThat(activations(moonlet)).isEqualTo(2);
            }
        }
    }

    @Test
    void isToldOfWhatIsServedSinceTheServiceWasStarted() throws IOException {
        try (RunningMoonlet moonlet = serving()) {
            assertThat(moonlet.get("/name").body()).isEqualTo("one");
            try (EmbeddedPostgres _ = startDatabase()) {
                await().until(() ->
                        moonlet.send(operators(moonlet, "/activations")).statusCode() == 200);
                await().until(() -> activations(moonlet) == 1);
                call("two");
                await().until(() -> moonlet.get("/name").body().equals("two"));
                moonlet.send(operators(moonlet, "/roll-back").POST(BodyPublishers.noBody()));
                assertThat(moonlet.get("/name").body()).isEqualTo("one");
            }
        }
    }

    private static void tellsOperators(RunningMoonlet moonlet, HttpRequest.Builder request)
            throws IOException {
        HttpResponse<String> response = moonlet.send(request);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(moonlet.read(response).get("detail").asString())
                .contains("see that it is there", "spring.datasource");
    }

    private static int activations(RunningMoonlet moonlet) throws IOException {
        return moonlet.read(moonlet.send(operators(moonlet, "/activations"))).size();
    }

    private static HttpRequest.Builder operators(RunningMoonlet moonlet, String path) {
        return RunningMoonlet.by("olga:secret", moonlet.request("/moonlet/revisions" + path));
    }

    private RunningMoonlet serving() {
        return RunningMoonlet.serving(
                bundle,
                "spring.datasource.url=jdbc:postgresql://localhost:%d/postgres?user=postgres&password=postgres"
                        .formatted(port),
                "spring.datasource.hikari.connection-timeout=500",
                "moonlet.bundle.mode=strict",
                "moonlet.bundle.watch=20ms",
                "spring.security.user.name=olga",
                "spring.security.user.password=secret",
                "spring.security.user.roles=operator");
    }

    private void call(String name) throws IOException {
        new BundleFolder(bundle)
                .with(
                        "lua/handlers.lua",
                        "return {name = function() return '%s' end}".formatted(name));
    }

    private EmbeddedPostgres startDatabase() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }
}
