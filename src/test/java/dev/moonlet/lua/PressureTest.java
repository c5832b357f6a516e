package dev.moonlet.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the heap gets short those go that hold most, and nobody else runs out of memory. */
class PressureTest {

    @ParameterizedTest
    @CsvSource({
        "G1, continuation",
        "G1, thread",
        "Parallel, continuation",
        "Serial, continuation",
        "Z, continuation"
    })
    void endsThoseThatHoldMost(String collector, String carrier)
            throws IOException, InterruptedException {
        Map<String, String> ends =
                new OwnJvm(collector, "256m")
                        .run(PressureTrial.class, carrier, "240", "160", "130", "10");

        assertThat(ends)
                .containsEntry("serve", "4391")
                .containsEntry("churn", "500000")
                .containsEntry("hold10", "held")
                .containsEntry("settled", "true");
        assertThat(ends.values()).filteredOn(PressureTest::isEnded).hasSizeBetween(1, 3);
        assertThat(ends.values()).noneMatch(end -> end.contains("enough") || end.contains("Error"));
    }

    @Test
    void knowsWhatThoseHoldThatWait() throws IOException, InterruptedException {
        assertThat(new OwnJvm("G1", "256m").run(WaitingTrial.class))
                .containsExactly(entry("returned", "1000"));
    }

    private static boolean isEnded(String end) {
        return end.matches(".*killed: the limit of heap is .* for all scripts");
    }
}
