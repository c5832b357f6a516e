package dev.moonlet.module.base64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.module.TestKit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes as text and back. */
class Base64Test {

    private final TestKit kit = TestKit.of(new Base64Module());

    private @Nullable Object run(String script) {
        return kit.run("local base64 = require 'base64'\n" + script);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', ''",
        "f, Zg==, Zg",
        "fo, Zm8=, Zm8",
        "foo, Zm9v, Zm9v",
        "foob, Zm9vYg==, Zm9vYg",
        "\\xfb\\xff\\0, +/8A, -_8A"
    })
    void areWrittenAsTheRfcSays(String data, String text, String urlSafe) {
        assertThat(
                        run(
                                "return base64.encode('%s'), base64.encode('%s', true)"
                                        .formatted(data, data)))
                .isEqualTo(List.of(text, urlSafe));
        assertThat(
                        run(
                                "return base64.decode('%s') == '%s', base64.decode('%s', true) == '%s'"
                                        .formatted(text, data, urlSafe, data)))
                .isEqualTo(List.of(true, true));
    }

    @Test
    void areAllReadAgain() {
        assertThat(
                        run(
                                """
                                local bytes = {}
                                for i = 0, 255 do bytes[i + 1] = string.char(i) end
                                local all = table.concat(bytes)
                                for n = 0, 256 do
                                  local data = all:sub(1, n)
                                  for _, safe in ipairs { false, true } do
                                    assert(base64.decode(base64.encode(data, safe), safe) == data)
                                  end
                                end
                                return base64.decode("Zg")\
                                """))
                .isEqualTo("f");
    }

    @ParameterizedTest
    @CsvSource({
        "Zm9*Yg==, false, not base64 at byte 4",
        "-_8A, false, not base64 at byte 1",
        "+/8A, true, not base64 at byte 1",
        "Zm9v Zm9v, false, not base64 at byte 5",
        "Zg==Zg==, false, not base64 at byte 3",
        "ö, false, not base64 at byte 1",
        "Zm9vY, false, 'not base64: its last group, up to byte 5, is incomplete'",
        "Zg=, false, 'not base64: its last group, up to byte 3, is incomplete'",
        "=, false, 'not base64: its last group, up to byte 1, is incomplete'"
    })
    void tellWhereSomethingElseIs(String text, boolean urlSafe, String message) {
        assertThat(
                        run(
                                """
                                local data, e = base64.decode('%s', %s)
                                return data == nil, e:kind(), e:message()\
                                """
                                        .formatted(text, urlSafe)))
                .isEqualTo(List.of(true, "Invalid", message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            textBlock =
                    """
                    encode()         ; bad argument #1 to 'encode' (string expected, got no value)
                    encode({})       ; bad argument #1 to 'encode' (string expected, got table)
                    encode('', 1)    ; bad argument #2 to 'encode' (boolean expected, got number)
                    decode(nil)      ; bad argument #1 to 'decode' (string expected, got nil)
                    """)
    void refuseWhatDoesNotFit(String call, String message) {
        assertThatThrownBy(() -> run("base64." + call)).hasMessage("test.lua:2: " + message);
    }
}
