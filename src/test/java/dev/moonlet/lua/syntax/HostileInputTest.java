package dev.moonlet.lua.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HostileInputTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = @(",
                "x = @((@))",
                "x = @{",
                "x = @{a=",
                "x = @{[",
                "x = @f(",
                "x = @f{",
                "x = @a[",
                "x = @not ",
                "x = @- ",
                "x = @#~",
                "x = a@.b",
                "x = a@..x",
                "x = a@^x",
                "x = a@+1",
                "x = a@ and x",
                "f@()",
                "f@{}",
                "f@''",
                "f@:g()",
                "function f@.a@() end",
                "@function f() ",
                "x = @function() return ",
                "@if a then elseif b then else ",
                "@do ",
                "@while a do ",
                "@repeat ",
                "@for i = 1, 2 do ",
                "@for k in a do ",
                "x = '@a",
                "x = '@\\z ",
                "x = [[@\n",
                "x = [==[@]=",
                "x = [@=",
                "--[[@a",
                "--[==[@]=",
                "x = 1@1@e",
                "x = 0x@f@p",
                "x = 1@.1",
                "x = 1@e+",
                "goto @a",
                "local x <@a@>",
                "@break ",
                "@\0",
                "@\u00ff",
            })
    void endsInASyntaxError(String pattern) {
        assertThat(catchThrowable(() -> parse(filled(pattern, Parser.MAX_BYTES))))
                .isInstanceOf(SyntaxError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@\n",
                "@;",
                "--@-",
                "@--[[]]",
                "x = 1@1",
                "x = 0x@f",
                "x = 0x.@0@1",
                "x = 1e@1",
                "x = '@a@'",
                "x = '@\\065@'",
                "local @a@ <const> = 1",
            })
    void readsWhatIsMerelyLarge(String pattern) throws SyntaxError {
        assertThat(parse(filled(pattern, Parser.MAX_BYTES))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@f()",
                "@f() ",
                "@x = y ",
                "@x = {} ",
                "return {@{},@}",
                "a@,a@ = 1",
                "return 1@,1",
                "if a then @elseif b then @end",
                "@do local a end ",
                "@f = function() end ",
                "@do goto a ::a:: end ",
                "@goto a @::a::",
                "::a:: @goto a ",
                "x = a@+1",
            })
    void readsOrRefusesWhatIsLong(String pattern) {
        Throwable error = catchThrowable(() -> parse(filled(pattern, 1 << 20)));

        assertThat(error)
                .satisfiesAnyOf(
                        none -> assertThat(none).isNull(),
                        some -> assertThat(some).isInstanceOf(SyntaxError.class));
    }

    @Test
    void refusesWhatIsTooLargeAtOnce() {
        assertThat(catchThrowable(() -> parse(filled("--[[@a", 50_000_000))))
                .hasMessage("hostile.lua:1: script is larger than 10485760 bytes");
    }

    @Test
    void readsLargeTables() throws SyntaxError {
        assertThat(parse("return {" + list(300_000, i -> i + ", ") + "}")).isNotNull();
        assertThat(parse("return {" + list(300_000, i -> "k" + i + " = 'v', ") + "}")).isNotNull();
    }

    @Test
    void findsLabelsAmongMany() throws SyntaxError {
        String jumps = list(100_000, i -> "goto l" + i + " ");
        String labels = list(100_000, i -> "::l" + i + ":: f() ");

        assertThat(parse(jumps + labels)).isNotNull();
        assertThat(parse(labels + jumps)).isNotNull();
        assertThat(parse("do ".repeat(190) + jumps + "end ".repeat(190) + labels)).isNotNull();
        assertThat(parse(labels + "do ".repeat(190) + jumps + "end ".repeat(190))).isNotNull();
    }

    @Test
    void findsNamesFromFarWithin() throws SyntaxError {
        String functions =
                list(
                        90,
                        i ->
                                "f = function() local "
                                        + list(150, j -> "a" + i + "_" + j + ", ")
                                        + "b ");

        assertThat(parse(functions + "x = y ".repeat(100_000) + "end ".repeat(90))).isNotNull();
    }

    @Test
    void walksWhatItHasRead() throws SyntaxError {
        FunctionBody script =
                parse("x = a" + "+1".repeat(490) + " y = " + "f{".repeat(90) + "}".repeat(90));

        assertThat(Findings.of(script, Set.of()).undefinedGlobals()).hasSize(91);
    }

    private static String filled(String pattern, int size) {
        String[] parts = pattern.split("@", -1);
        String tail = parts.length > 2 ? parts[2] : "";
        int room = size - parts[0].length() - tail.length();
        return parts[0] + parts[1].repeat(room / parts[1].length()) + tail;
    }

    private static String list(int count, IntFunction<String> element) {
        StringBuilder list = new StringBuilder();
        IntStream.range(0, count).mapToObj(element).forEach(list::append);
        return list.toString();
    }

    private static FunctionBody parse(String source) throws SyntaxError {
        return Parser.parse("hostile.lua", source.getBytes(ISO_8859_1));
    }
}
