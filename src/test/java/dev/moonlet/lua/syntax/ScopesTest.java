package dev.moonlet.lua.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopesTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            quoteCharacter = '`',
            textBlock =
                    """
                    local a -> a
                    local a f(a) -> a used
                    local a a = 1 -> a reassigned
                    local a a.b = 1 -> a used
                    local a a[1] = 1 -> a used
                    local a, b a, b.c = 1 -> a reassigned, b used
                    local a return -a -> a used
                    local a a() -> a used
                    local a a:b() -> a used
                    local a a = a -> a reassigned used
                    local a function a() end -> a reassigned
                    local a function a.b() end -> a used
                    local a local a = a -> a used, a
                    local a do local a f(a) end -> a, a used
                    local a function f() return a end -> a captured used
                    local a function f() a = 1 end -> a captured reassigned
                    local a function f() function g() return a end end -> a captured used
                    local function a() end -> a
                    local function a() a() end -> a captured used
                    local a = function() a() end -> a
                    for i = 1, 2 do f(i) end -> i used
                    for k, v in f do k = 1 end -> k reassigned, v
                    for k in k do g = function() f(k) end end -> k captured used
                    repeat local a until a -> a used
                    repeat local a until (function() return a end)() -> a captured used
                    function f(a, b) return a end -> a used, b
                    function f:g() return self end -> self used
                    function f:g(self) return self end -> self, self used
                    local a <const> = 1 f(a) -> a used
                    local _ENV = {} x = 1 -> _ENV used
                    local _ENV function f() return x end -> _ENV captured used
                    """)
    void knowsWhatBecomesOfLocals(String source, String locals) throws SyntaxError {
        assertThat(locals(parse(source)).map(ScopesTest::flags).collect(joining(", ")))
                .isEqualTo(locals);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            quoteCharacter = '`',
            textBlock =
                    """
                    `` -> [_ENV]
                    x = 1 -> [_ENV]
                    local a function f() return a end -> [_ENV] f[a]
                    local a, b function f() return b, a, b end -> [_ENV] f[b a]
                    local a function f() return x, a end -> [_ENV] f[_ENV a]
                    local a function f() function g() return a, x end return f end -> [_ENV] f[_ENV a] g[a _ENV]
                    local a local function f(b) local function g() return b, a end end -> [_ENV] f[a] g[b a]
                    local function f() f() end -> [_ENV] f[f]
                    local function f(x) return x end -> [_ENV] f[]
                    local _ENV function f() return x end -> [_ENV] f[_ENV]
                    local function f(_ENV) return function() return x end end -> [_ENV] f[] [_ENV]
                    """)
    void knowsUpvalues(String source, String upvalues) throws SyntaxError {
        assertThat(
                        functions(parse(source)).stream()
                                .map(function ->
                                        function.name()
                                                + function.upvalues().stream()
                                                        .map(Local::name)
                                                        .toList()
                                                        .toString()
                                                        .replace(",", ""))
                                .collect(joining(" ")))
                .isEqualTo(upvalues);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            quoteCharacter = '`',
            textBlock =
                    """
                    function f() end -> f
                    function a.b.c() end -> a.b.c
                    function a.b:c() end -> a.b:c
                    local function f() end -> f
                    local f = function() end -> f
                    local f, g = function() end, function() end -> f g
                    local f = 1, function() end -> ``
                    f = function() end -> f
                    local f f = function() end -> f
                    a.b, c.d = function() end, function() end -> a.b c.d
                    a[1] = function() end -> ``
                    a[1].b = function() end -> ``
                    f().b = function() end -> ``
                    return { f = function() end } -> f
                    return { function() end, [1] = function() end } -> ` `
                    f = g(function() end) -> ``
                    f = (function() end) -> ``
                    return function() end -> ``
                    """)
    void namesFunctions(String source, String names) throws SyntaxError {
        List<FunctionBody> functions = functions(parse(source));

        assertThat(functions.getFirst().name()).isEmpty();
        assertThat(functions.stream().skip(1).map(FunctionBody::name).collect(joining(" ")))
                .isEqualTo(names);
    }

    @Test
    void knowsWhoseALocalIs() throws SyntaxError {
        FunctionBody script = parse("local a function f(b) return a, b end");
        FunctionBody function = functions(script).get(1);

        assertThat(locals(script).map(Local::owner)).containsExactly(script, function);
        assertThat(function.parent()).containsSame(script);
        assertThat(script.parent()).isEmpty();
    }

    @Test
    void hasTheEnvironmentFromOutside() throws SyntaxError {
        FunctionBody script = parse("x = 1");
        Statement.Assignment assignment =
                (Statement.Assignment) script.block().statements().getFirst();
        Local environment = script.upvalues().getFirst();

        assertThat(assignment.targets().getFirst())
                .isInstanceOfSatisfying(
                        Expression.GlobalUse.class,
                        use -> assertThat(use.environment().local()).isSameAs(environment));
        assertThat(environment.owner()).isNotSameAs(script);
        assertThat(flags(environment)).isEqualTo("_ENV captured used");
    }

    @Test
    void countsAScriptAsAVarargFunction() throws SyntaxError {
        FunctionBody script = parse("\n");

        assertThat(script.isVararg()).isTrue();
        assertThat(script.parameters()).isEmpty();
        assertThat(script.at()).isEqualTo(new Position(1, 1));
        assertThat(script.end()).isEqualTo(new Position(2, 1));
    }

    private static String flags(Local local) {
        return local.name()
                + (local.captured() ? " captured" : "")
                + (local.reassigned() ? " reassigned" : "")
                + (local.used() ? " used" : "");
    }

    private static Stream<Local> locals(FunctionBody script) {
        List<Local> locals = new ArrayList<>();
        new Walk() {
            @Override
            public void function(FunctionBody function) {
                locals.addAll(function.parameters());
                super.function(function);
            }

            @Override
            public void statement(Statement statement) {
                switch (statement) {
                    case Statement.LocalDeclaration it -> locals.addAll(it.locals());
                    case Statement.LocalFunction it -> locals.add(it.local());
                    case Statement.NumericFor it -> locals.add(it.variable());
                    case Statement.GenericFor it -> locals.addAll(it.variables());
                    default -> {}
                }
                super.statement(statement);
            }
        }.function(script);
        return locals.stream();
    }

    private static List<FunctionBody> functions(FunctionBody script) {
        List<FunctionBody> functions = new ArrayList<>();
        new Walk() {
            @Override
            public void function(FunctionBody function) {
                functions.add(function);
                super.function(function);
            }
        }.function(script);
        return functions;
    }

    private static FunctionBody parse(String source) throws SyntaxError {
        return Parser.parse("scopes.lua", source.getBytes(UTF_8));
    }
}
