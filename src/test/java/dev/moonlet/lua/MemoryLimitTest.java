package dev.moonlet.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
        return new OwnJvm(collector, heap)
                .run(
                        MemoryTrial.class,
                        Stream.concat(
                                        Stream.of(carrier),
                                        Stream.of("hold_", "churn_")
                                                .flatMap(kind -> SHAPES.stream().map(kind::concat)))
                                .toArray(String[]::new));
    }
}
