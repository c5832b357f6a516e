package dev.moonlet.lua.compiler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What compiled scripts do; every expectation is what C Lua 5.4 prints. */
class CompilerTest {

    @TestFactory
    Stream<DynamicTest> printsWhatLuaPrints() throws IOException {
        return Stream.of(programs().strip().split("\n====\n", -1)).map(CompilerTest::test);
    }

    @Test
    void takesNoStackForTailCalls() {
        assertThat(
                        Lua.output(
                                """
                                local even, odd
                                function even(n) if n == 0 then return true end return odd(n - 1) end
                                function odd(n) if n == 0 then return false end return even(n - 1) end
                                print(even(1000000))
                                """))
                .isEqualTo("true\n");
    }

    private static String programs() throws IOException {
        try (InputStream stream = CompilerTest.class.getResourceAsStream("programs.txt")) {
            return new String(requireNonNull(stream).readAllBytes(), UTF_8);
        }
    }

    private static DynamicTest test(String text) {
        String[] parts = text.split("\n--\n", -1);
        String script = parts[0];
        return DynamicTest.dynamicTest(
                script.lines().findFirst().orElse("").replaceFirst("^-- ", ""),
                () -> assertThat(Lua.output(script)).isEqualTo(parts[1] + "\n"));
    }
}
