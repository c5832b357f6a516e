package dev.moonlet.lua.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            quoteCharacter = '`',
            textBlock =
                    """
                    print(x) -> x
                    x = 1 print(x) -> ``
                    print(x) function f() x = 1 end -> ``
                    function f() end f() -> ``
                    function f.a() end -> f
                    f.a = 1 -> f
                    x[y] = z -> x y z
                    x = x -> ``
                    local x = x -> x
                    print(x, x) -> x x
                    local _ENV = {} print(x) -> ``
                    return function() return { a, [b] = c, d = -e .. (f) } end -> a b c e f
                    if a then b() elseif c then else d() end -> a b c d
                    for i = a, b, c do print(i) end -> a b c
                    for k in a do k(b) end -> a b
                    while a do b:c(d) end -> a b d
                    repeat local a until a and b or c -> b c
                    local function f() return g, f end -> g
                    """)
    void containsUndefinedGlobals(String source, String names) throws SyntaxError {
        assertThat(names(find(source).undefinedGlobals())).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            quoteCharacter = '`',
            textBlock =
                    """
                    local a -> a
                    local a, b = 1 print(b) -> a
                    local _, _a -> ``
                    local a a = 1 -> a
                    local a a.b = 1 -> ``
                    local function f() end -> f
                    for i = 1, 2 do end -> i
                    for k, v in pairs(print) do print(k) end -> v
                    for _, v in pairs(print) do print(v) end -> ``
                    function f(a) end -> ``
                    function f:g() end -> ``
                    local a <close> = print() -> ``
                    local a <const> = 1 -> a
                    do local a end return function() local b end -> a b
                    """)
    void containsUnusedLocals(String source, String names) throws SyntaxError {
        assertThat(names(find(source).unusedLocals())).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            quoteCharacter = '`',
            textBlock =
                    """
                    require "a" -> a
                    require("a.b") -> a.b
                    local a, b = require 'a', require [[b]].c -> a b
                    return function() return require("a", 1)() end -> a
                    require(a) -> ``
                    require() -> ``
                    require("a" .. b) -> ``
                    local require require "a" -> ``
                    local _ENV = {} require "a" -> ``
                    x.require "a" -> ``
                    x:require "a" -> ``
                    """)
    void containsRequiredModules(String source, String names) throws SyntaxError {
        assertThat(names(find(source).requiredModules())).isEqualTo(names);
    }

    @Test
    void areInPlace() throws SyntaxError {
        Findings findings = find("local a =\n  require 'm'\nprint(b)");

        assertThat(findings)
                .isEqualTo(
                        new Findings(
                                List.of(new Findings.Finding(new Position(3, 7), "b")),
                                List.of(new Findings.Finding(new Position(1, 7), "a")),
                                List.of(new Findings.Finding(new Position(2, 11), "m"))));
    }

    private static String names(List<Findings.Finding> findings) {
        return findings.stream().map(Findings.Finding::name).collect(joining(" "));
    }

    private static Findings find(String source) throws SyntaxError {
        FunctionBody script = Parser.parse("find.lua", source.getBytes(UTF_8));
        return Findings.of(script, Set.of("print", "pairs", "require"));
    }
}
