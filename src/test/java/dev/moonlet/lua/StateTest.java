package dev.moonlet.lua;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.lib.OneArgFunction;

class StateTest {

    private static final Limits LIMITS = Limits.NONE.withTime(Duration.ofMillis(200));

    private final List<String> printed = new ArrayList<>();

    @Test
    void offersExactlyWhatItSays() {
        assertThat(
                        result(
                                "local names = {} for k in pairs(_G) do names[#names + 1] = k end"
                                        + " table.sort(names) return table.concat(names, ' ')"))
                .isEqualTo(
                        "_G _VERSION assert bit32 collectgarbage coroutine debug error getmetatable"
                                + " ipairs load loadstring math next os pairs pcall print rawequal"
                                + " rawget rawlen rawset require select setmetatable string table"
                                + " tonumber tostring type unpack utf8 xpcall");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io",
                "os.getenv",
                "os.execute",
                "os.exit",
                "os.remove",
                "debug.sethook",
                "debug.getmetatable",
                "package",
                "luajava",
                "loadfile",
                "dofile",
                "newproxy",
                "string.dump"
            })
    void keepsTheOutsideOut(String name) {
        assertThat(result("return tostring(" + name + ")")).isEqualTo("nil");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.luaj.vm2.lib.jse.LuajavaLib",
                "org.luaj.vm2.lib.DebugLib",
                "../../etc/passwd",
                "/etc/passwd",
                ""
            })
    void requiresOnlyModulesAndScripts(String name) {
        assertThat(failure("require '" + name + "'"))
                .isEqualTo("main.lua:1: module '" + name + "' not found");
    }

    @Test
    void findsModulesAndScripts() {
        State state =
                state(
                        Map.of(
                                "main.lua",
                                "local m, s = require 'm', require 'lib.s'"
                                        + " return { f = function() return m.n + s.n end }",
                                "lib/s.lua",
                                "return { n = 2 }"));

        assertThat(run(state, "main.f")).isEqualTo(new Step.Returned<>("3"));
    }

    @Test
    void namesACircle() {
        State state =
                state(
                        Map.of(
                                "a.lua", "return require 'b'",
                                "b.lua", "return require 'a'"));

        assertThat(run(state, "a.f").toString()).contains("circular dependency: a -> b -> a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "string.format = nil",
                "string.x = 1",
                "rawset(string, 'format', nil)",
                "table.insert(string, 1)",
                "table.remove(string)",
                "table.move({1}, 1, 1, 1, string)",
                "setmetatable(string, {})",
                "getmetatable('').__index = {}",
                "require('m').n = 2",
                "setmetatable('', {})",
                "setmetatable(_G, {})"
            })
    void letsNobodyChangeTheLibrary(String attempt) {
        assertThat(result("return tostring((pcall(function() " + attempt + " end)))"))
                .isEqualTo("false");
    }

    @Test
    void forgetsTheGlobalsOfAnInvocationButNotThoseOfTheProgram() {
        State state =
                state(
                        Map.of(
                                "main.lua",
                                "limit = 1 return { f = function()"
                                        + " local seen = tostring(x) .. tostring(limit)"
                                        + " x = 1 limit = nil return seen .. tostring(limit) end }"));

        assertThat(run(state, "main.f")).isEqualTo(new Step.Returned<>("nil1nil"));
        assertThat(run(state, "main.f")).isEqualTo(new Step.Returned<>("1nilnil"));
        state.reset();
        assertThat(run(state, "main.f")).isEqualTo(new Step.Returned<>("nil1nil"));
    }

    @Test
    void loadsScriptsAnewForEachInvocationIfItIsToldSo() {
        Map<String, byte[]> sources =
                Map.of(
                        "main.lua",
                        ("n = 0 local m = 0 return { f = function()"
                                        + " n, m = n + 1, m + 1 return n .. m end }")
                                .getBytes(UTF_8));
        CompiledScripts compiled = new CompiledScripts();
        Library library = new Library(ModuleSource.NONE, printed::add);
        State kept = new State(new Program(library, Isolation.STATE, sources, compiled));
        State renewed = new State(new Program(library, Isolation.REQUEST, sources, compiled));
        List.of(kept, renewed)
                .forEach(state -> {
                    run(state, "main.f");
                    state.reset();
                });

        assertThat(run(kept, "main.f")).isEqualTo(new Step.Returned<>("12"));
        assertThat(run(renewed, "main.f")).isEqualTo(new Step.Returned<>("11"));
        assertThat(compiled.size()).isEqualTo(1);
    }

    @Test
    void remembersScriptsAsLongAsAProgramHasThem() {
        CompiledScripts compiled = new CompiledScripts();
        Program kept = program("return 1", compiled);
        program("return 2", compiled);

        await().until(() -> {
            System.gc();
            return compiled.size() == 1;
        });
        assertThat(kept.problems()).isEmpty();
    }

    private Program program(String text, CompiledScripts compiled) {
        return new Program(
                new Library(ModuleSource.NONE, printed::add),
                Isolation.STATE,
                Map.of("main.lua", text.getBytes(UTF_8)),
                compiled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while true do end",
                "repeat until false",
                "for i = 1, math.huge do end",
                "::again:: goto again",
                "while true do pcall(function() while true do end end) end",
                "local function f() return f() end f()",
                "setmetatable({}, {__index = function() while true do end end}).x = 1"
                        + " local y = setmetatable({}, {__index = function() while true do end"
                        + " end}).x"
            })
    void killsWhatPassesItsTime(String script) {
        State state = state(Map.of("main.lua", "return { f = function() " + script + " end }"));

        assertThat(run(state, "main.f"))
                .isEqualTo(new Step.Failed<>(new Failure.Killed("time", "200 ms", "main.lua:1")));
        assertThat(state.usable()).isFalse();
    }

    @Test
    void outlivesEndlessRecursion() {
        State state =
                state(Map.of("main.lua", "local function g() return 1 + g() end return {f = g}"));

        assertThat(run(state, "main.f").toString()).contains("stack overflow");
        assertThat(state.usable()).isTrue();
    }

    @Test
    void placesTheErrorsOfARequireThatIsCalledLast() {
        assertThat(failure("return require 'nothing'"))
                .isEqualTo("main.lua:1: module 'nothing' not found");
    }

    @Test
    void placesErrors() {
        assertThat(failure("local t\nreturn t.x")).startsWith("main.lua:2: attempt to index");
        assertThat(failure("error('mine')")).isEqualTo("main.lua:1: mine");
    }

    @Test
    void printsLines() {
        result("print('a', 1, nil) return ''");

        assertThat(printed).containsExactly("a\t1\tnil");
    }

    @Test
    void namesScriptsThatDoNotCompile() {
        Program program = program(Map.of("bad.lua", "local x = \nreturn ]"));

        assertThat(program.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.script()).isEqualTo("bad.lua"))
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(2));
    }

    private String result(String body) {
        return switch (run(body)) {
            case Step.Returned<String>(String text) -> text;
            case Step<String> other -> throw new AssertionError(other);
        };
    }

    private String failure(String body) {
        return switch (run(body)) {
            case Step.Failed<String>(Failure failure) -> failure.message();
            case Step<String> other -> throw new AssertionError(other);
        };
    }

    private Step<String> run(String body) {
        String script = "return { f = function() " + body + " end }";
        return run(state(Map.of("main.lua", script)), "main.f");
    }

    private static Step<String> run(State state, String function) {
        return state.begin(new TextCall(FunctionName.of(function)), LIMITS).resume(null);
    }

    private State state(Map<String, String> scripts) {
        return new State(program(scripts));
    }

    private Program program(Map<String, String> scripts) {
        Table module = new Table();
        module.put(Text.of("n"), LuaInt.of(1));
        module.put(Text.of("shout"), new Shout());
        module.freezeDeeply();
        Map<String, byte[]> sources = new TreeMap<>();
        scripts.forEach((path, text) -> sources.put(path, text.getBytes(UTF_8)));
        return new Program(new Library(Map.of("m", module)::get, printed::add), sources);
    }

    private static final class Shout extends OneArgFunction {

        @Override
        public LuaValue call(LuaValue text) {
            return valueOf(text.tojstring() + "!");
        }
    }
}
