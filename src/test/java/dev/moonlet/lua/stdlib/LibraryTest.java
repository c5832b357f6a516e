package dev.moonlet.lua.stdlib;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlet.lua.value.Table;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each line of the resources is a case; lua5.4 has written them, a model of it for bit32. */
class LibraryTest {

    static Stream<Arguments> libraries() {
        Loader loader =
                (_, chunk, _) -> {
                    throw new Loader.Refused(chunk);
                };
        RandomState random = new RandomState();
        return Stream.of(
                Arguments.of("base", BaseLibrary.table(_ -> {}, loader)),
                Arguments.of("bit32", Bit32Library.table()),
                Arguments.of("math", MathLibrary.table(() -> random)),
                Arguments.of("os", OsLibrary.table(ZoneOffset.UTC, InstantSource.system())),
                Arguments.of("string", StringLibrary.table()),
                Arguments.of("table", TableLibrary.table()),
                Arguments.of("utf8", Utf8Library.table()));
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void agreesWithLua(String name, Table library) throws IOException {
        String expected = resource(name + ".expected");

        assertThat(new Expectations(library).again(expected)).isEqualTo(expected);
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = LibraryTest.class.getResourceAsStream(name)) {
            return new String(requireNonNull(stream, name).readAllBytes(), US_ASCII);
        }
    }
}
