package dev.moonlet.module.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlet.module.Definition;
import dev.moonlet.module.Module;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.TestKit;
import dev.moonlet.module.signature.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A copy is what the value would be, had it been written and read. */
class JsonValuesTest {

    private final List<@Nullable Object> copies = new ArrayList<>();

    private final Module copying =
            () ->
                    Definition.of("copying", "")
                            .with(
                                    ModuleFunction.named("copy")
                                            .takes("value", Types.ANY)
                                            .returns(Types.ANY)
                                            .does(given -> {
                                                Object copy = JsonValues.copy(given.value(1));
                                                copies.add(copy);
                                                return JsonValues.of(copy);
                                            }));

    private final TestKit kit = TestKit.of(copying, new JsonModule());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1.0",
                "-0.0",
                "math.mininteger",
                "'ä'",
                "true",
                "{}",
                "{1, 2, {3}}",
                "{a = 1, b = {c = {}}}",
                "json.array()",
                "json.array({1})",
                "json.object()",
                "json.object({[2] = 'x'})",
                "json.null",
                "{json.null, {a = json.null}}"
            })
    void areAsIfWrittenAndRead(String value) {
        assertThat(
                        kit.run(
                                """
                                local json, copying = require 'json', require 'copying'
                                local value = %s
                                local text = json.encode(copying.copy(value))
                                return text == json.encode(value), text\
                                """
                                        .formatted(value)))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .first()
                .isEqualTo(true);
    }

    @Test
    void areJavas() {
        kit.run(
                """
                local json = require 'json'
                require 'copying'.copy({a = {1, 2.5, 'x', json.null, true}, b = json.array(), c = {}})\
                """);

        assertThat(copies)
                .containsExactly(
                        Map.of(
                                "a",
                                Arrays.asList(1L, 2.5, "x", null, true),
                                "b",
                                List.of(),
                                "c",
                                Map.of()));
    }
}
