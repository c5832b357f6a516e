package dev.moonlet.lua;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds too much is killed, what churns is not, whatever the collector does meanwhile. */
class MemoryLimitTest {

    private static final List<String> SHAPES =
            List.of(
                    "array",
                    "map",
                    "linked",
                    "long_strings",
                    "short_strings",
                    "closures",
                    "coroutines",
                    "varargs",
                    "nesting",
                    "mix");

    @ParameterizedTest
    @CsvSource({
        "G1, 256m, continuation",
        "G1, 4g, continuation",
        "G1, 256m, thread",
        "Parallel, 256m, continuation",
        "Parallel, 4g, continuation",
        "Serial, 256m, continuation",
        "Z, 256m, continuation",
        "Z, 4g, continuation"
    })
    void killsWhatHoldsTooMuchAndNothingElse(String collector, String heap, String carrier)
            throws IOException, InterruptedException {
        Map<String, String> ends = run(collector, heap, carrier);

        assertThat(ends).hasSize(2 * SHAPES.size());
        assertThat(ends)
                .allSatisfy((name, end) -> {
                    if (name.startsWith("hold_")) {
                        assertThat(end).endsWith("killed: the limit of memory is 2 MB");
                    } else {
                        assertThat(end).isEqualTo("survived");
                    }
                });
    }

    private static Map<String, String> run(String collector, String heap, String carrier)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+Use" + collector + "GC");
        command.add("-Xmx" + heap);
        command.add("--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED");
        command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(MemoryTrial.class.getName(), carrier));
        Stream.of("hold_", "churn_")
                .flatMap(kind -> SHAPES.stream().map(shape -> kind + shape))
                .forEach(command::add);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines()
                .map(line -> line.split(" ", 2))
                .collect(toMap(line -> line[0], line -> line[1]));
    }
}
