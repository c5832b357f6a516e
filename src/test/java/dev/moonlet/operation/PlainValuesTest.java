package dev.moonlet.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.CharBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlainValuesTest {

    @Test
    void areWhatJsonHas() {
        assertThat(
                        PlainValues.copy(
                                Arrays.asList(
                                        null,
                                        true,
                                        (byte) 1,
                                        (short) 2,
                                        3,
                                        4L,
                                        0.5f,
                                        1e300,
                                        CharBuffer.wrap("x"),
                                        Set.of("y"),
                                        Map.of("a", Map.of("b", 1)))))
                .isEqualTo(
                        Arrays.asList(
                                null,
                                true,
                                1L,
                                2L,
                                3L,
                                4L,
                                0.5,
                                1e300,
                                "x",
                                List.of("y"),
                                Map.of("a", Map.of("b", 1L))));
    }

    @Test
    void doNotChange() {
        List<Object> items = new ArrayList<>(List.of(1L));
        Map<String, @Nullable Object> copy = PlainValues.copy(Map.of("items", items));
        items.add(2L);

        assertThat(copy).isEqualTo(Map.of("items", List.of(1L)));
        assertThatThrownBy(() -> copy.put("a", 1L))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void areNothingElse() {
        assertThatThrownBy(() -> PlainValues.copy(Map.of("a", List.of(1, Instant.EPOCH))))
                .hasMessage(
                        "a java.time.Instant at a[1] is nothing that JSON has: give null, a Boolean, a"
                                + " finite number, a text, a Collection or a Map");
        assertThatThrownBy(() -> PlainValues.copy(Double.NaN))
                .hasMessageStartingWith("a java.lang.Double is nothing that JSON has");
        assertThatThrownBy(() -> PlainValues.copy(Map.of("a", Map.of(1, 2))))
                .hasMessage("the key 1 at a is no String");
    }

    @Test
    void doNotContainThemselves() {
        Map<String, Object> cycle = new HashMap<>();
        cycle.put("self", cycle);

        assertThatThrownBy(() -> PlainValues.copy(cycle))
                .hasMessageContaining("nested more than 100 deep")
                .hasMessageEndingWith("does it contain itself?");
    }

    @Test
    void takeAboutWhatTheirTextsTake() {
        assertThat(PlainValues.size("x".repeat(1000))).isBetween(1000L, 1100L);
        assertThat(PlainValues.size("€".repeat(1000))).isBetween(2000L, 2100L);
        assertThat(PlainValues.size(Map.of("a", List.of("x".repeat(1000)))))
                .isBetween(1000L, 1500L);
    }
}
