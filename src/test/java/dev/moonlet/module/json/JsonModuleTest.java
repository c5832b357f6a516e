package dev.moonlet.module.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.module.ScriptFailed;
import dev.moonlet.module.TestKit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts read and write as JSON. */
class JsonModuleTest {

    private final TestKit kit = TestKit.of(new JsonModule());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{}",
                "[1,null,3]",
                "{\"a\":null}",
                "[[],{},[{}]]",
                "[9223372036854775807,-9223372036854775808,3.0,0.1,1.0E300]",
                "\"\\\"\\\\ä\\u0001\"",
                "\"\ufffd€😀\"",
                "{\"größe\":\"ä\"}",
                "[{\"a\":1},{},{\"a\":{\"b\":[{}]}},\"x\",{\"a\":1.5}]"
            })
    void survivesARoundTrip(String json) {
        assertThat(run("return json.encode(json.decode([==[" + json + "]==]))")).isEqualTo(json);
    }

    @Test
    void keepsLongNamesAndStrings() {
        String json =
                "{\"%s\":[\"%s\",\"%s\"]}"
                        .formatted("n".repeat(99), "x".repeat(9_999), "ä".repeat(999));

        assertThat(run("return json.encode(json.decode([==[" + json + "]==]))")).isEqualTo(json);
    }

    @Test
    void readsPartOfAString() {
        assertThat(run("return json.decode(('x[\"' .. ('y'):rep(50) .. '\"]'):sub(2))[1]"))
                .isEqualTo("y".repeat(50));
    }

    @Test
    void keepsTheTypesOfNumbers() {
        assertThat(run("return math.type(json.decode '3'), math.type(json.decode '3.0')"))
                .isEqualTo(List.of("integer", "float"));
    }

    @Test
    void tellsANullFromWhatIsMissing() {
        assertThat(
                        run(
                                """
                                local t = json.decode '{"a":null}'
                                return t.a == json.null, t.b == nil, tostring(json.null)\
                                """))
                .isEqualTo(List.of(true, true, "null"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            textBlock =
                    """
                    {}                            ; {}
                    json.array()                  ; []
                    json.array({})                ; []
                    json.array(json.object {1})   ; [1]
                    json.object(json.array())     ; {}
                    json.object {'a'}             ; {"1":"a"}
                    {json.null, false}            ; [null,false]
                    nil                           ; null
                    """)
    void writesAsMarked(String value, String json) {
        assertThat(run("return json.encode(" + value + ")")).isEqualTo(json);
    }

    @Test
    void keepsItsMarkWhenItIsEmptied() {
        assertThat(run("local t = json.decode '[1]' t[1] = nil return json.encode(t)"))
                .isEqualTo("[]");
    }

    @Test
    void indentsForPeople() {
        assertThat(run("return json.encode({{a = {}}, json.array()}, {indent = true})"))
                .isEqualTo("[\n  {\n    \"a\": {}\n  },\n  []\n]");
    }

    @Test
    void saysWhereATextIsNotJson() {
        assertThat(
                        run(
                                """
                                local value, e = json.decode '[1,\\n  2,]'
                                return value == nil, e:kind(), e:message()\
                                """))
                .isEqualTo(
                        List.of(
                                true,
                                "Invalid",
                                "not JSON, or nested too deeply, at line 2, column 5"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            textBlock =
                    """
                    json.encode(print)          ; #1 to 'encode' (a function has no JSON form)
                    json.encode(0/0)            ; has no JSON form)
                    json.encode({1, a = 2})     ; #1 to 'encode' (a table with items and names has no JSON form)
                    json.encode({[1.5] = 2})    ; #1 to 'encode' (a table with the key 1.5 has no JSON form)
                    json.encode({1, nil, 3})    ; #1 to 'encode' (a table with items and names has no JSON form)
                    json.encode('\\xff')        ; #1 to 'encode' (the string is not UTF-8: encode bytes with base64)
                    json.encode({a = {'ä', '\\xc3'}}) ; #1 to 'encode' (the string at /a/1 is not UTF-8: encode bytes with base64)
                    json.encode('\\u{fffd}\\xed\\xa0\\x80') ; #1 to 'encode' (the string is not UTF-8: encode bytes with base64)
                    json.encode({a = {['b\\xff'] = 1}}) ; #1 to 'encode' (the name at /a/b\ufffd is not UTF-8: encode bytes with base64)
                    json.encode({}, true)       ; #2 to 'encode' (json.Layout expected, got boolean)
                    json.encode({}, {indent=1}) ; #2 to 'encode' (field 'indent': boolean expected, got number)
                    json.encode(json.object {1, ['1'] = 2}) ; #1 to 'encode' (a table with the key 1 has no JSON form)
                    local t = {} t.t = t json.encode(t) ; does it contain itself?
                    json.decode({})             ; #1 to 'decode' (string expected, got table)
                    json.array(1)               ; #1 to 'array' (table expected, got number)
                    json.array(setmetatable({}, {})) ; #1 to 'array' (a table that is read-only or has a metatable can't be marked)
                    json.object(json)           ; #1 to 'object' (a table that is read-only or has a metatable can't be marked)
                    """)
    void refusesWhatDoesNotFit(String call, String message) {
        assertThatThrownBy(() -> run(call))
                .isInstanceOf(ScriptFailed.class)
                .hasMessageStartingWith("test.lua:1: ")
                .hasMessageContaining(message);
    }

    private @Nullable Object run(String script) {
        return kit.run("local json = require 'json' " + script);
    }
}
