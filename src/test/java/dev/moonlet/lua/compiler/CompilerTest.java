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

    @Test
    void runsAFunctionThatIsTooLargeForOneMethod() {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            script.append("local f").append(i % 100).append(" = function(x) a = a + x end\n");
            script.append("do local y = a; if y > %d then a = a - y end end\n".formatted(i));
            script.append("f").append(i % 100).append("(").append(i).append(")\n");
            if (i % 100 == 99) {
                script.append("do end\n");
            }
        }
        String blocks = script.toString().replace("do end\n", "end do\n");
        assertThat(Lua.output("local a = 0\ndo\n" + blocks + "end\nprint('done')\n"))
                .isEqualTo("done\n");
    }

    @Test
    void runsAConstructorOfAHundredThousandItems() {
        StringBuilder items = new StringBuilder();
        for (int i = 1; i <= 100_000; i++) {
            items.append(i % 2 == 0 ? "{ n = " + i + " }" : Integer.toString(i)).append(",\n");
        }
        assertThat(
                        Lua.output(
                                "local t = {\n"
                                        + items
                                        + "(function() return 'x', 'y' end)() }\n"
                                        + "print(#t, t[1], t[100000].n, t[100001], t[100002])"))
                .isEqualTo("100002\t1\t100000\tx\ty\n");
    }

    private static String programs() throws IOException {
        try (InputStream stream = CompilerTest.class.getResourceAsStream("programs.txt")) {
            return new String(requireNonNull(stream).readAllBytes(), UTF_8);
        }
    }

    @Test
    void mayBeNamedAsTheJvmNamesNothing() {
        String name = "n".repeat(70_000);
        assertThat(
                        Lua.output(
                                """
                                local t = { ["a;b/c[d<e>.f"] = function() return 1 end }
                                t["."] = function() return 2 end
                                t[""] = function() return 3 end
                                function t.%1$s() return 4 end
                                local %1$s <close> = nil
                                print(t["a;b/c[d<e>.f"](), t["."](), t[""](), t.%1$s(), t["\0é"])
                                print(pcall(function() return %1$s.x end))
                                """
                                        .formatted(name)))
                .isEqualTo(
                        """
                        1\t2\t3\t4\tnil
                        false\ttest.lua:7: attempt to index a nil value (upvalue '%s)
                        """
                                .formatted("n".repeat(991)));
    }

    private static DynamicTest test(String text) {
        String[] parts = text.split("\n--\n", -1);
        String script = parts[0];
        return DynamicTest.dynamicTest(
                script.lines().findFirst().orElse("").replaceFirst("^-- ", ""),
                () -> assertThat(Lua.output(script)).isEqualTo(parts[1] + "\n"));
    }
}
