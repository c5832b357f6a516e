package dev.moonlet.revision.history;

import static dev.moonlet.revision.history.Made.activation;
import static dev.moonlet.revision.history.Made.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** H2's file, which has to last by itself. */
@Timeout(120)
class FileTest {

    private static final int KEPT = 25;

    @TempDir private Path folder;

    @Test
    void hasWhatWasKeptBeforeTheServiceWasKilled() throws IOException {
        String url = Databases.inFile(folder);
        Process process = start(url);
        String last = "";
        try (BufferedReader output = process.inputReader()) {
            for (int i = 0; i < KEPT; i++) {
                last = String.valueOf(output.readLine());
            }
            tellsThatAnotherHasIt(url);
        } finally {
            process.destroyForcibly().onExit().join();
        }

        try (Instance instance = new Instance(url)) {
            History history = instance.history();
            assertThat(last).startsWith("r");
            assertThat(history.bundle(last)).isPresent();
            Choice choice = history.choice();
            assertThat(choice.activation()).isEqualTo(history.last().orElseThrow().number());
            assertThat(history.list(1000, 0))
                    .hasSizeGreaterThanOrEqualTo(KEPT)
                    .allMatch(each -> history.bundle(each.id()).isPresent());
            history.keep(ready("next", "return 1"));
        }
    }

    private static void tellsThatAnotherHasIt(String url) {
        try (Instance instance = new Instance(url)) {
            assertThatThrownBy(() -> instance.history().last())
                    .isInstanceOf(HistoryFailed.class)
                    .hasMessageContaining("is locked");
        }
    }

    @Test
    void survivesThatAThreadIsInterruptedWhileItWrites() throws IOException {
        try (Instance instance = new Instance(Databases.inFile(folder))) {
            History history = instance.history();
            history.keep(ready("a", "return 1"));

            Thread.currentThread().interrupt();
            try {
                history.keep(ready("b", "return 2"));
            } catch (HistoryFailed interrupted) {
                assertThat(interrupted).hasMessageContaining("b is not kept");
            }
            assertThat(Thread.interrupted()).isTrue();

            history.keep(ready("c", "return 3"));
            assertThat(history.bundle("a")).isPresent();
            assertThat(history.bundle("c")).isPresent();
        }
    }

    private static Process start(String url) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        url)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Keeps and chooses until it is killed. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] arguments) {
            try (Instance instance = new Instance(arguments[0])) {
                History history = instance.history();
                for (int i = 1; ; i++) {
                    String id = "r" + i;
                    history.keep(ready(id, "return " + i));
                    history.choose(Made.pin(id, history.choice()), activation(id, ""));
                    IO.println(id);
                }
            }
        }
    }
}
