package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlet.HostileBundles.Hostile;
import dev.moonlet.revision.Problem;
import dev.moonlet.revision.activation.Operate;
import dev.moonlet.revision.history.History;
import dev.moonlet.revision.history.KeptRevision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;

/** The worst that a commit can do is to be refused with a good message. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
@Timeout(120)
class HostileBundleTest {

    /** What people read, and what a line of a log or a field of a database takes. */
    private static final int MOST_LINES = 250;

    private static final int MOST_BYTES = 1_000_000;

    @TempDir private static Path folder;
    private RunningMoonlet moonlet;
    private Path served;

    @BeforeAll
    void serve() throws IOException {
        served = Files.createDirectory(folder.resolve("bundle"));
        new BundleFolder(served)
                .serving("/name: {get: {x-handler: handlers.name}}")
                .with("lua/handlers.lua", "return {name = function() return 'good' end}");
        moonlet =
                RunningMoonlet.serving(
                        served,
                        "moonlet.bundle.mode=strict",
                        "moonlet.bundle.load-time=3s",
                        "moonlet.data=" + folder.resolve("data"));
    }

    @AfterAll
    void end() {
        moonlet.close();
    }

    @ParameterizedTest
    @MethodSource("dev.moonlet.HostileBundles#all")
    void isRefusedWithAGoodMessage(Hostile bundle, CapturedOutput log) throws IOException {
        write(bundle.files());

        look();

        KeptRevision kept = newest();
        assertThat(kept.refused()).isTrue();
        assertThat(kept.report().problems())
                .extracting(Problem::toString)
                .anySatisfy(problem -> assertThat(problem).contains(bundle.said()))
                .noneMatch(problem -> problem.contains("the log of the service tells why"));
        assertThat(log.getAll().lines())
                .hasSizeLessThan(MOST_LINES)
                .noneMatch(line -> line.startsWith("\tat ") || line.startsWith("2026-01-01"));
        assertThat(log.getAll()).hasSizeLessThan(MOST_BYTES).contains(" is refused");
        assertThat(moonlet.get("/name").body()).isEqualTo("good");
        assertThat(moonlet.get("/actuator/health").body())
                .hasSizeLessThan(MOST_BYTES)
                .contains("\"refused\"");
    }

    /** Two looks have to see the same. */
    private void look() {
        moonlet.bean(Operate.class).refresh();
        moonlet.bean(Operate.class).refresh();
    }

    private KeptRevision newest() {
        History history = moonlet.bean(History.class);
        return history.find(history.list(1, 0).getFirst().id()).orElseThrow();
    }

    private void write(Map<String, byte[]> files) throws IOException {
        for (String top : new String[] {"config", "lua"}) {
            FileSystemUtils.deleteRecursively(served.resolve(top));
        }
        for (var file : files.entrySet()) {
            Path path = served.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
