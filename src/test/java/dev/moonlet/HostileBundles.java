package dev.moonlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bundles that are made to harm the service, and what is said of each. */
final class HostileBundles {

    private static final String PATHS =
            "openapi: 3.1.0\npaths:\n  /name: {get: {x-handler: handlers.name}}\n";

    private HostileBundles() {}

    /** A bundle and part of what is said of it. */
    record Hostile(String name, String said, Map<String, byte[]> files) {

        Hostile(String name, String said) {
            this(name, said, new HashMap<>());
            with("config/openapi.yaml", PATHS);
            with("lua/handlers.lua", "return {name = function() return 'hostile' end}");
        }

        Hostile with(String path, String content) {
            files.put(path, content.getBytes(UTF_8));
            return this;
        }

        Hostile raw(String path, String content) {
            files.put(path, content.getBytes(ISO_8859_1));
            return this;
        }

        Hostile script(String content) {
            return with("lua/handlers.lua", content);
        }

        Hostile profiles(String content) {
            return with("config/profiles.yaml", content);
        }

        Hostile paths(String content) {
            return with("config/openapi.yaml", PATHS + content);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Hostile> all() {
        return Stream.of(files(), yaml(), paths(), routes(), profiles(), nested(), loads())
                .flatMap(each -> each);
    }

    private static Stream<Hostile> files() {
        Hostile many = new Hostile("10,001 files", "is one file too many: 10000 are read");
        for (int i = 0; i < 10_000; i++) {
            many.with("lua/l%d.lua".formatted(i), "return 1");
        }
        Hostile large = new Hostile("a large script", "lua/a.lua: is larger than 1048576 bytes");
        Hostile all = new Hostile("many large scripts", "all files may have 67108864 bytes");
        for (int i = 0; i < 70; i++) {
            all.with("lua/l%d.lua".formatted(i), "--" + "x".repeat(1_000_000));
        }
        return Stream.of(
                many,
                all,
                large.with("lua/a.lua", " ".repeat((1 << 20) + 1)),
                new Hostile("a deep folder", "module 'a.a.a")
                        .with("lua/" + "a/".repeat(70) + "a.lua", "return {f = print}")
                        .paths("  /a: {get: {x-handler: %sf}}\n".formatted("a.".repeat(71))),
                new Hostile("a name of two lines", "is no name of a file that every system has")
                        .with("lua/a\n2026-01-01 ERROR b.lua", "return 1"),
                new Hostile("bytes that are no text", "lua/a.lua:1: ")
                        .raw("lua/a.lua", "\u00ff\u00fe"),
                new Hostile("a document of bytes", "config/openapi.yaml")
                        .raw("config/openapi.yaml", "\u00ff\u00fe\u0000"));
    }

    private static Stream<Hostile> yaml() {
        String laughs =
                lines(
                        9,
                        i ->
                                "x%d: &x%d [%s]"
                                        .formatted(i + 1, i + 1, "*x%d, ".formatted(i).repeat(5)));
        return Stream.of(
                new Hostile("a billion laughs", "with its aliases written out")
                        .profiles("x0: &x0 [%s]\n%s".formatted("ha, ".repeat(50), laughs)),
                new Hostile("a long text a million times", "with its aliases written out")
                        .profiles(
                                "a: &a %s\nb: [%s]"
                                        .formatted(
                                                "x".repeat(1_000_000), "*a, ".repeat(1_000_000))),
                new Hostile("an alias to itself", "has an alias to what it stands in")
                        .profiles("a: &a [*a]"),
                new Hostile("a schema of itself twice", "has an alias to what it stands in")
                        .paths(
                                """
                                  /a:
                                    post:
                                      x-handler: handlers.name
                                      requestBody:
                                        content:
                                          application/json:
                                            schema: &s
                                              properties: {a: *s, b: *s}
                                """),
                new Hostile(
                                "100,000 lists in each other",
                                "config/profiles.yaml: Nesting Depth exceeded")
                        .profiles("a: " + "[".repeat(100_000)),
                new Hostile("a name of a million characters", "xxx…: is not known here")
                        .profiles("? %s\n: {extend: full}".formatted("x".repeat(1_000_000))),
                new Hostile("a type of Java", "config/profiles.yaml")
                        .profiles("a: !!javax.script.ScriptEngineManager [b]"));
    }

    private static Stream<Hostile> paths() {
        return Stream.of(
                new Hostile("paths that refer to each other", "refers to itself")
                        .paths("  /a: {$ref: '#/paths/~1b'}\n  /b: {$ref: '#/paths/~1a'}\n"),
                new Hostile("schemas that refer to each other", "refers to itself")
                        .paths(
                                """
                                  /a:
                                    post:
                                      x-handler: handlers.name
                                      requestBody:
                                        content:
                                          application/json:
                                            schema: {$ref: '#/components/schemas/a'}
                                components:
                                  schemas:
                                    a: {allOf: [{$ref: '#/components/schemas/b'}]}
                                    b: {allOf: [{$ref: '#/components/schemas/a'}]}
                                """),
                new Hostile("a chain of 20,000 schemas", "thousands of times over")
                        .paths(
                                """
                                  /a:
                                    post:
                                      x-handler: handlers.name
                                      requestBody:
                                        content:
                                          application/json:
                                            schema: {$ref: '#/components/schemas/s0'}
                                components:
                                  schemas:
                                    s20000: {type: string}
                                """
                                        + lines(
                                                20_000,
                                                i ->
                                                        "    s%d: {allOf: [{$ref: '#/components/schemas/s%d'}]}"
                                                                .formatted(i, i + 1))));
    }

    private static Stream<Hostile> routes() {
        return Stream.of(
                new Hostile("50,000 routes to nowhere", "has 49900 more problems")
                        .paths(lines(50_000, "  /r%d: {get: {x-handler: nowhere.f}}"::formatted)),
                new Hostile("the service's own paths", "the service keeps this path for itself")
                        .paths("  /moonlet/revisions: {get: {x-handler: handlers.name}}\n"),
                new Hostile("the actuator's", "the service keeps this path for itself")
                        .paths("  /actuator/health: {get: {x-handler: handlers.name}}\n"),
                new Hostile("a handler of 100,000 characters", "aaa…")
                        .paths("  /a: {get: {x-handler: %s}}\n".formatted("a".repeat(100_000))),
                new Hostile("limits of a thousand years", "is no duration")
                        .paths(limits("{time: 99999999999999999999999d}")),
                new Hostile("memory beyond numbers", "config/openapi.yaml")
                        .paths(limits("{memory: 99999999999999999999GB}")),
                new Hostile("less than nothing", "config/openapi.yaml")
                        .paths(limits("{time: -5}")));
    }

    private static String limits(String limits) {
        return "  /a: {get: {x-handler: handlers.name, x-limits: %s}}\n".formatted(limits);
    }

    private static Stream<Hostile> profiles() {
        String names = lines(200_000, "m%d: {}"::formatted);
        return Stream.of(
                new Hostile("a crowd of profiles", "has more than 100 profiles").profiles(names),
                new Hostile("a profile of its own", "is unknown here")
                        .profiles("a: {extends: b}\nb: {extends: a}"),
                new Hostile("a stage of 200,000 scripts", "name more than 1000 to load")
                        .profiles(
                                "a: {stages: {s: {required: [%s]}}}"
                                        .formatted(lines(200_000, "s%d,"::formatted))),
                new Hostile("a stage of the same script", "config/profiles.yaml")
                        .profiles(
                                "a: {stages: {s: {required: [%s]}}}".formatted("x, ".repeat(900))));
    }

    private static Stream<Hostile> nested() {
        return Map.ofEntries(
                        Map.entry("parentheses", "return " + "(".repeat(500_000)),
                        Map.entry("tables", "return " + "{".repeat(500_000)),
                        Map.entry("negations", "return " + "not ".repeat(200_000) + "1"),
                        Map.entry("sums", "return 1" + "+a".repeat(400_000)),
                        Map.entry("powers", "return 1" + "^1".repeat(400_000)),
                        Map.entry("joins", "return 1" + "..a".repeat(300_000)),
                        Map.entry("fields", "return a" + ".a".repeat(400_000)),
                        Map.entry("calls", "return a" + "()".repeat(400_000)),
                        Map.entry("blocks", "do ".repeat(300_000)),
                        Map.entry("functions", "return " + "function() return ".repeat(50_000)),
                        Map.entry("branches", "if a then " + "elseif a then ".repeat(70_000)),
                        Map.entry("brackets", "return [" + "=".repeat(1_000_000)))
                .entrySet()
                .stream()
                .map(each ->
                        new Hostile("many " + each.getKey(), "lua/handlers.lua")
                                .script(each.getValue()));
    }

    private static Stream<Hostile> loads() {
        Hostile loops = new Hostile("2,000 scripts that never end", "moonlet.bundle.load-time");
        loops.paths(lines(2_000, i -> "  /r%d: {get: {x-handler: l%d.f}}".formatted(i, i)));
        for (int i = 0; i < 2_000; i++) {
            loops.with("lua/l%d.lua".formatted(i), "while true do end");
        }
        Hostile functions = new Hostile("350,000 functions", "is one script too many");
        for (int i = 0; i < 7; i++) {
            functions.with(
                    "lua/f%d.lua".formatted(i),
                    "local t = {}\n" + "function t.a() end ".repeat(50_000));
        }
        return Stream.of(
                functions,
                loops,
                new Hostile("a script that never ends", "killed: the limit of time is 2000 ms")
                        .script("while true do pcall(error) end"),
                new Hostile("a script that hoards", "killed: the limit of memory")
                        .script("local t = {} while true do t[#t + 1] = ('x'):rep(1e6) .. #t end"),
                new Hostile("a script that calls itself", "stack overflow")
                        .script("local function f() return 1 + f() end f()"),
                new Hostile("a script that requires itself", "handlers")
                        .script("return require 'handlers'"),
                new Hostile("a failure of a million characters", "xxx…")
                        .script("error(('x'):rep(1e6))"),
                new Hostile("a failure that looks like the log's", "\\u001b[31m a")
                        .script("error('\\27[31m a\\n2026-01-01T00:00:00Z ERROR b')"));
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }
}
