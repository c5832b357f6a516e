package dev.moonlet.module.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.lua.Limits;
import dev.moonlet.module.Profile;
import dev.moonlet.module.TestKit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scripts learn of values that do not fit a JSON Schema. */
class ValidationTest {

    private static final String PERSON =
            """
            local person = {
              type = 'object', required = {'name'},
              properties = {name = {type = 'string', pattern = '^[A-Z]'}, age = {type = 'integer'}}
            }
            """;

    private final TestKit kit = TestKit.of(new JsonModule());

    @Test
    void acceptsWhatFits() {
        assertThat(run("return json.validate({name = 'Ann', age = 7}, person)")).isEqualTo(true);
    }

    @Test
    void saysWhatDoesNotFitAndWhere() {
        assertThat(
                        run(
                                """
                                local ok, e = json.validate({name = 'Ann', age = 'x'}, person)
                                return ok == nil, e:kind(), e:message(), e:details()\
                                """))
                .isEqualTo(
                        List.of(
                                true,
                                "Invalid",
                                "/age: string found, integer expected",
                                List.of(
                                        Map.of(
                                                "path",
                                                "/age",
                                                "message",
                                                "string found, integer expected"))));
        assertThat(run("local ok, e = json.validate({name = 'ann'}, person) return e:message()"))
                .asString()
                .startsWith("/name: does not match the regex pattern");
        assertThat(run("local ok, e = json.validate({}, person) return e:message()"))
                .isEqualTo("required property 'name' not found");
    }

    @Test
    void tellsIntegersArraysAndNullsApart() {
        assertThat(
                        run(
                                """
                                local function fits(value, type)
                                  return json.validate(value, {type = type}) == true
                                end
                                return fits(json.array(), 'array'), fits({}, 'array'),
                                  fits(json.null, 'null'), fits(1.5, 'integer')\
                                """))
                .isEqualTo(List.of(true, false, true, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '§',
            textBlock =
                    """
                    json.validate(1)                      ; #2 to 'validate' (table expected, got no value)
                    json.validate(print, {})              ; #1 to 'validate' (a function has no JSON form)
                    json.validate(1, {a = print})         ; #2 to 'validate' (a function at /a has no JSON form)
                    json.validate('', {pattern = '(?=a)'}) ; #2 to 'validate' (no JSON Schema:
                    json.validate(1, {['$ref'] = 'classpath:draft/2020-12/schema'}) ; #2 to 'validate' (no JSON Schema:
                    json.validate(1, {['$ref'] = 'http://localhost/schema'}) ; #2 to 'validate' (no JSON Schema:
                    """)
    void refusesWhatIsNoSchema(String call, String message) {
        assertThatThrownBy(() -> kit.run("local json = require 'json' " + call))
                .hasMessageStartingWith("test.lua:1: bad argument " + message);
    }

    @Test
    void stopsWhenTheTimeIsUp() {
        Limits limits = Limits.NONE.withTime(Duration.ofMillis(500));
        kit.in(new Profile("test", Set.of("json"), limits));

        assertThatThrownBy(() ->
                        run(
                                """
                                local defs = {s0 = {type = 'integer'}}
                                for i = 1, 40 do
                                  local ref = {['$ref'] = '#/$defs/s' .. i - 1}
                                  defs['s' .. i] = {allOf = {ref, ref}}
                                end
                                return json.validate(1, {['$defs'] = defs, ['$ref'] = '#/$defs/s40'})\
                                """))
                .hasMessageContaining("time");
    }

    private @Nullable Object run(String script) {
        return kit.run("local json = require 'json' " + PERSON + script);
    }
}
