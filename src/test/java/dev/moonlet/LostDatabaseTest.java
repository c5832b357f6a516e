package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The database goes while the service runs, or is not there when it starts. */
class LostDatabaseTest {

    private static final Path BUNDLE = Path.of(".");

    @Test
    void isNoReasonToBeTakenOutOfRotationOrToBeRestarted() throws IOException {
        EmbeddedPostgres database = EmbeddedPostgres.start();
        try (RunningMoonlet moonlet = RunningMoonlet.serving(BUNDLE, url(database.getPort()))) {
            assertThat(moonlet.get("/actuator/health").statusCode()).isEqualTo(200);

            database.close();

            assertThat(moonlet.get("/actuator/health").statusCode()).isEqualTo(503);
            servesOn(moonlet);
        }
    }

    @Test
    void isNoReasonNotToStart() throws IOException {
        try (RunningMoonlet moonlet = RunningMoonlet.serving(BUNDLE, url(1))) {
            servesOn(moonlet);
        }
    }

    private static void servesOn(RunningMoonlet moonlet) throws IOException {
        assertThat(moonlet.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(moonlet.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(moonlet.get("/hello/bob").statusCode()).isEqualTo(200);
    }

    private static String url(int port) {
        return "spring.datasource.url=jdbc:postgresql://localhost:%d/postgres?user=postgres&password=postgres"
                .formatted(port);
    }
}
