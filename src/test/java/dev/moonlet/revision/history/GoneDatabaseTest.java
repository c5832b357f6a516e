package dev.moonlet.revision.history;

import static dev.moonlet.revision.history.Made.activation;
import static dev.moonlet.revision.history.Made.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.TestSocketUtils;

/** A database that is not there, for a while. */
@Timeout(120)
class GoneDatabaseTest {

    /** Each call waits for it in vain. */
    private static final String SOON = "spring.datasource.hikari.connection-timeout=300";

    @TempDir private Path folder;

    @Test
    void isToldByEachMethodUntilItIsBack() throws IOException {
        int port = TestSocketUtils.findAvailableTcpPort();
        EmbeddedPostgres server = start(port);
        String url = server.getJdbcUrl("postgres", "postgres");
        try (Instance instance = new Instance(url, SOON)) {
            History history = instance.history();
            history.keep(ready("a", "return 1"));
            Choice choice = history.choice();
            List<ThrowingCallable> all =
                    List.of(
                            () -> history.keep(ready("b", "return 1")),
                            () -> history.find("a"),
                            () -> history.list(1, 0),
                            () -> history.bundle("a"),
                            () -> history.activated(activation("a", "")),
                            history::last,
                            () -> history.activations(1, 0),
                            history::choice,
                            () -> history.choose(choice, activation("a", "")),
                            () -> history.followed(activation("a", ""), choice),
                            () -> history.prune(1));

            server.close();

            assertThat(all).allSatisfy(GoneDatabaseTest::tellsWhatToDo);
            try (EmbeddedPostgres again = start(port)) {
                await().ignoreExceptionsInstanceOf(HistoryFailed.class)
                        .until(() -> history.list(1, 0).size() == 1);
                history.keep(ready("b", "return 1"));
                assertThat(history.list(9, 0)).extracting(Summary::id).containsExactly("b", "a");
                loseTables(again);
                assertThatThrownBy(history::last).isInstanceOf(HistoryFailed.class);
                assertThat(history.last()).isEmpty();
            }
        }
    }

    private static void tellsWhatToDo(ThrowingCallable each) {
        assertThatThrownBy(each)
                .isInstanceOf(HistoryFailed.class)
                .hasMessageContaining("jdbc:postgresql://localhost:")
                .hasMessageContaining("spring.datasource")
                .hasMessageNotContaining("user=");
    }

    /** As if an older copy of the database were restored. */
    private static void loseTables(EmbeddedPostgres server) {
        new JdbcTemplate(server.getPostgresDatabase())
                .execute("drop schema public cascade; create schema public");
    }

    @Test
    void isNotNeededToStart() throws IOException {
        int port = TestSocketUtils.findAvailableTcpPort();
        String url =
                "jdbc:postgresql://localhost:%d/postgres?user=postgres&password=postgres"
                        .formatted(port);
        try (Instance instance = new Instance(url)) {
            History history = instance.history();
            assertThatThrownBy(history::last).isInstanceOf(HistoryFailed.class);

            try (EmbeddedPostgres server = start(port)) {
                assertThat(server.getPort()).isEqualTo(port);
                assertThat(history.last()).isEmpty();
            }
        }
    }

    @Test
    void isToldOfOneThatSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0);
                Instance instance =
                        new Instance(
                                "jdbc:postgresql://localhost:%d/a"
                                        .formatted(silent.getLocalPort()))) {
            History history = instance.history();

            tellsWhatToDo(history::last);
        }
    }

    private EmbeddedPostgres start(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }
}
