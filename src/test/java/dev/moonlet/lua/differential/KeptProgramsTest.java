package dev.moonlet.lua.differential;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Programs that once did not do here what they do in C Lua; what that has printed lies beside each.
 */
class KeptProgramsTest {

    private static final String SUFFIX = ".lua";

    private final Moonlet moonlet = new Moonlet();

    @TestFactory
    Stream<DynamicTest> printWhatCLuaHasPrinted() throws IOException, URISyntaxException {
        return programs().stream().map(this::test);
    }

    private DynamicTest test(Path file) {
        String name = file.getFileName().toString().replace(SUFFIX, "");
        Path expected = file.resolveSibling(name + ".expected");
        return DynamicTest.dynamicTest(
                name.replace('-', ' '),
                file.toUri(),
                () -> {
                    Outcome actual = moonlet.run(Files.readString(file, ISO_8859_1));
                    String output = Files.readString(expected, ISO_8859_1);
                    assertThat(actual.output())
                            .isEqualTo(Outcome.of(actual.end(), output).output());
                });
    }

    private static List<Path> programs() throws IOException, URISyntaxException {
        Path folder =
                Path.of(Objects.requireNonNull(KeptProgramsTest.class.getResource(".")).toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
        }
    }
}
