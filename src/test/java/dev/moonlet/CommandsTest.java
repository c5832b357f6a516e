package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What Moonlet does on a command line besides serving. */
@ExtendWith(OutputCaptureExtension.class)
class CommandsTest {

    private static final Path REFERENCE = Path.of("docs/reference");

    @TempDir private Path folder;

    @Test
    void writesTheReferenceThatIsInTheRepository(CapturedOutput output)
            throws IOException, InterruptedException {
        assertThat(Commands.run("reference", folder.toString())).isZero();

        assertThat(files(REFERENCE))
                .as(
                        "%s is not what the modules say; delete it, and this writes it anew:"
                                + " ./mvnw spring-boot:run"
                                + " -Dspring-boot.run.arguments=\"reference %s\"",
                        REFERENCE, REFERENCE)
                .isEqualTo(files(folder));
        assertThat(output).doesNotContain("Revision");
    }

    @Test
    void writesAStubForEachModule(CapturedOutput output) throws IOException, InterruptedException {
        assertThat(Commands.run("stubs", folder.toString())).isZero();

        assertThat(files(folder))
                .containsKeys("_globals.lua", "_tests.lua", "moonlet.lua", "json.lua", "async.lua");
        assertThat(output).doesNotContain("Revision");
    }

    @Test
    void tellsWhetherABundleWouldBeServed(CapturedOutput output)
            throws IOException, InterruptedException {
        BundleFolder bundle =
                new BundleFolder(folder)
                        .serving("/a: {get: {x-handler: h.a}}\n/b: {get: {x-handler: h.b}}\n")
                        .with("lua/h.lua", "return { a = print, b = print }");
        assertThat(Commands.run("validate", folder.toString())).isZero();
        assertThat(output)
                .containsPattern("fetch    done +\\d+ ms\\Rparse    done")
                .containsPattern("warm     done")
                .contains("this bundle would be served: routes 2, problems 0")
                .doesNotContain("Hikari");

        bundle.with("lua/h.lua", "return { a = print }").with("lua/c.lua", "x =");
        assertThat(Commands.run("validate", folder.toString())).isEqualTo(1);
        assertThat(output)
                .containsPattern("compile  failed +\\d+ ms\\R  lua/c.lua:1: unexpected symbol")
                .containsPattern("load     skipped")
                .contains("this bundle is refused: problems 1");

        bundle.with("lua/c.lua", "")
                .with("lua/h.lua", "return { a = print, b = print }")
                .with(
                        "lua/tests/h_test.lua",
                        "it('answers', function() expect(require('api').get('/a').status).to_be(204) end)\n"
                                + "it('fails', function() error('oh') end)");
        assertThat(Commands.run("validate", folder.toString())).isEqualTo(1);
        assertThat(output)
                .containsPattern(
                        "test     failed +\\d+ ms\\R  lua/tests/h_test.lua:2: fails: oh\\R")
                .contains("this bundle is refused: problems 1");

        assertThat(Commands.run("validate", folder + "/nowhere")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validate",
                "stub x",
                "stubs",
                "stubs x y",
                "reference",
                "Reference x",
                "serve"
            })
    void refusesWhatIsNoCommand(String line) throws InterruptedException {
        String[] arguments = line.split(" ", -1);

        assertThat(Commands.areMeant(arguments)).isTrue();
        assertThat(Commands.run(arguments)).isEqualTo(2);
    }

    @Test
    void leavesSettingsToSpring() {
        assertThat(Commands.areMeant()).isFalse();
        assertThat(Commands.areMeant("--server.port=8081", "stubs")).isFalse();
    }

    @Test
    void saysThatAFolderCanNotBeWritten() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(Commands.run("stubs", file.toString())).isEqualTo(1);
    }

    private static Map<String, String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            Map<String, String> texts = new TreeMap<>();
            for (Path file : files) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
            return texts;
        }
    }
}
