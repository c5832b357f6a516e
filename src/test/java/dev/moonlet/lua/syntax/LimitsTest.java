package dev.moonlet.lua.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            quoteCharacter = '`',
            textBlock =
                    """
                    local %s local x y = 1 -> main function near 'y'
                    local %s, x = 1 -> main function near '='
                    local %s⏎for i = 1, 2 do end -> main function near '='
                    local %s⏎for k in x do end -> main function near 'in'
                    local %s⏎local function f() end -> main function near '('
                    function f()⏎local %s local x end -> function at line 1 near 'end'
                    ⏎function f(%s, x) end -> function at line 2 near ')'
                    function f:g(%s) end -> function at line 1 near ')'
                    """)
    void holdsForLocals(String source, String where) {
        assertThatThrownBy(() -> parse(source.formatted(names("v", 200))))
                .hasMessageEndingWith(": too many local variables (limit is 200) in " + where);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local %s",
                "do local %s end local x",
                "function f(%s) function g(x) local y end end",
                "local %s function f(a) local b end",
            })
    void holdsForLocalsInSightOnly(String source) throws SyntaxError {
        assertThat(parse(source.formatted(names("v", 200)))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"196, true", "197, false"})
    void countsWhatALoopKeepsForItself(int locals, boolean fits) {
        String source = "local " + names("v", locals) + " for i = 1, 2 do end";

        assertThat(isAccepted(source)).isEqualTo(fits);
    }

    @Test
    void holdsForUpvalues() throws SyntaxError {
        String source =
                """
                local %s
                function f()
                  local %s
                  function g()
                    %s
                """
                        .formatted(
                                names("a", 128), names("b", 127), uses("a", 128) + uses("b", 126));

        assertThat(parse(source + "end end")).isNotNull();
        assertThatThrownBy(() -> parse(source + "x = b126 end end"))
                .hasMessage(
                        "limits.lua:6: too many upvalues (limit is 255) in function at line 4 near"
                                + " 'end'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = @(@1@)",
                "x = @{@@}",
                "x = @{a = @1@}",
                "x = @{[@1@] = 1}",
                "x = @f(@1@)",
                "x = @a[@1@]",
                "x = @- @1@",
                "x = @not @1@",
                "x = @a..@1@",
                "x = @2^@1@",
                "x = 1 + @(@1@)",
                "@do @@ end",
                "@if a then @@ end",
                "@while a do @@ end",
                "@repeat @@ until a",
                "x@, x@ = 1@@",
            })
    void holdsForWhatIsNested(String pattern) throws SyntaxError {
        assertThat(parse(nested(pattern, 190))).isNotNull();
        assertThatThrownBy(() -> parse(nested(pattern, 201)))
                .hasMessageContaining("C stack overflow near '");
    }

    @ParameterizedTest
    @ValueSource(strings = {"f(1@, 2@)", "return 1@, 2@", "x = 1@, 2@", "for x in 1@, 2@ do end"})
    void holdsForLists(String pattern) throws SyntaxError {
        assertThat(parse(row(pattern, 250))).isNotNull();
        assertThatThrownBy(() -> parse(row(pattern, 254)))
                .hasMessageContaining("function or expression needs too many registers near ");
    }

    @Test
    void doesNotHoldForTableConstructors() throws SyntaxError {
        assertThat(parse(row("x = { 1@, 2@ }", 1000))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = a@ + 1@",
                "x = a@ and b@",
                "x = a@ or b == c@",
                "x = a@.b@",
                "x = a@[1]@",
                "x = f@()@",
                "x = a@:b()@",
                "f@{}@",
                "a@.b@ = 1",
                "function a@.b@() end",
            })
    void holdsForRowsOfOperators(String pattern) throws SyntaxError {
        assertThat(parse(row(pattern, 490))).isNotNull();
        assertThatThrownBy(() -> parse(row(pattern, 510)))
                .hasMessageContaining("too many operators in a row (limit is 500) near '");
    }

    @Test
    void countsRowsWithinRows() {
        String inner = "(x" + " + 1".repeat(200) + ")";
        String outer = "y = (function() return { f(%s" + " + 1".repeat(200) + ") } end)()";

        assertThat(isAccepted(outer.formatted(inner))).isTrue();
        assertThat(isAccepted(outer.formatted("(" + inner + " + 1".repeat(200) + ")"))).isFalse();
    }

    @Test
    void doesNotCountRowsSideBySide() throws SyntaxError {
        String row = "x = a" + " + 1".repeat(400) + "\n";

        assertThat(parse(row.repeat(10))).isNotNull();
        assertThat(parse("f = function() " + row.repeat(10) + " end")).isNotNull();
    }

    @Test
    void letsTheHighestTreeBeWalkedOnASmallStack() throws SyntaxError, InterruptedException {
        String row = row("x = a@ + 1@", 490);
        FunctionBody script = parse("if a then ".repeat(150) + row + " end".repeat(150));
        boolean[] walked = new boolean[1];
        Runnable walk =
                () -> {
                    new Walk().function(script);
                    walked[0] = true;
                };

        Thread small = new Thread(null, walk, "small", 512 << 10);
        small.start();
        small.join();

        assertThat(walked[0]).isTrue();
    }

    @Test
    void holdsEarlierOnATinyStack() throws SyntaxError, InterruptedException {
        String source = "x = " + "f{".repeat(150) + "}".repeat(150);
        assertThat(parse(source)).isNotNull();
        Throwable[] thrown = new Throwable[1];

        Thread tiny =
                new Thread(null, () -> thrown[0] = catchThrowable(() -> parse(source)), "tiny", 1);
        tiny.start();
        tiny.join();

        assertThat(thrown[0])
                .satisfiesAnyOf(
                        fits -> assertThat(fits).isNull(),
                        tooDeep ->
                                assertThat(tooDeep)
                                        .isInstanceOf(SyntaxError.class)
                                        .hasMessageContaining("C stack overflow near '"));
    }

    @Test
    void holdsForTheSizeOfAScript() throws SyntaxError {
        byte[] largest = new byte[Parser.MAX_BYTES];
        Arrays.fill(largest, (byte) ' ');

        assertThat(Parser.parse("limits.lua", largest)).isNotNull();
        assertThatThrownBy(() -> Parser.parse("limits.lua", new byte[Parser.MAX_BYTES + 1]))
                .hasMessage("limits.lua:1: script is larger than 10485760 bytes");
    }

    private static String names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).collect(joining(", "));
    }

    private static String uses(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "x = " + prefix + i + " ")
                .collect(joining());
    }

    /** Repeats what is between the first marks, and what is behind the last. */
    private static String nested(String pattern, int depth) {
        String[] parts = pattern.split("@", -1);
        return parts[0] + parts[1].repeat(depth) + parts[2] + parts[3].repeat(depth);
    }

    /** Repeats what is between the marks. */
    private static String row(String pattern, int length) {
        String[] parts = pattern.split("@", -1);
        return parts[0] + parts[1].repeat(length) + parts[2];
    }

    private static boolean isAccepted(String source) {
        try {
            parse(source);
            return true;
        } catch (SyntaxError error) {
            return false;
        }
    }

    private static FunctionBody parse(String source) throws SyntaxError {
        return Parser.parse("limits.lua", source.replace('⏎', '\n').getBytes(UTF_8));
    }
}
