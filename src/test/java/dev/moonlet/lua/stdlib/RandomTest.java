package dev.moonlet.lua.stdlib;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomTest {

    private RandomState state = new RandomState();
    private final Expectations library = new Expectations(MathLibrary.table(() -> state));

    /** lua5.4 has printed these. */
    @Test
    void drawsTheNumbersOfCLua() {
        library.outcome("randomseed(42)");

        assertThat(draws("random()", "random(10)", "random(0)", "random(-3, 1000)"))
                .containsExactly("0.93081217803957", "2", "-8358531260401861301", "338");
        assertThat(draws("random(-0x8000000000000000, 9223372036854775807)", "random(1)"))
                .containsExactly("2164128405858571189", "1");
        library.outcome("randomseed(1, 2)");
        assertThat(draws("random(0)", "random(0)"))
                .containsExactly("8291693048688576641", "4164699302279098248");
    }

    @Test
    void drawsFromTheStateThatRuns() {
        RandomState first = state;
        first.seed(42, 0);
        state = new RandomState();
        state.seed(1, 2);
        assertThat(draws("random(0)")).containsExactly("8291693048688576641");

        state = first;
        assertThat(draws("random()")).containsExactly("0.93081217803957");
    }

    @Test
    void beginsAnywhere() {
        String first = library.outcome("random(0)");
        state = new RandomState();

        assertThat(library.outcome("random(0)")).isNotEqualTo(first);
        assertThat(library.outcome("randomseed()")).isNotEqualTo(library.outcome("randomseed()"));
    }

    @Test
    void drawsEveryNumberOfARange() {
        assertThat(IntStream.range(0, 1_000).mapToObj(_ -> library.outcome("random(3, 7)")))
                .containsOnly("3", "4", "5", "6", "7");
    }

    private List<String> draws(String... calls) {
        return Stream.of(calls).map(library::outcome).toList();
    }
}
