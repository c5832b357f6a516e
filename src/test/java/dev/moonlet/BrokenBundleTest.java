package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** What people get to read when their bundle is wrong. */
@ExtendWith(OutputCaptureExtension.class)
class BrokenBundleTest {

    private static final String HELLO =
            """
            /hello:
              get: {x-handler: handlers.hello.greet}
            """;

    /** Paths of a document that are wrong, and what is said of each. */
    private static final Map<String, String> SLIPS =
            Map.ofEntries(
                    slip("/a: {get: {}}", "names no handler: add 'x-handler: script.function'"),
                    slip("/b: {get: {x-handler: greet}}", "'greet' names no function of a script"),
                    slip(
                            "/c: {get: {x-handler: handlers.hello.greet, x-profile: huge}}",
                            "profile 'huge' is unknown; known are full, minimal, standard"),
                    slip(
                            "/c2: {get: {x-handler: handlers.hello.greet, x-profile: [full]}}",
                            "/paths/~1c2/get/x-profile: profile '' is unknown"),
                    slip(
                            "/d: {get: {x-handler: handlers.hello.greet, x-limits: {time: soon}}}",
                            "is no duration: write 250ms, 10s or 5m"),
                    slip(
                            "/d2: {get: {x-handler: handlers.hello.greet, x-limits: 5}}",
                            "/paths/~1d2/get/x-limits: is not of the form {time: 2s, memory: 10MB}"),
                    slip(
                            "/e: {get: {x-handler: handlers.hello.greet, security: apiKey}}",
                            "is not a list of security requirements"),
                    slip(
                            "'/f{x}{y}': {get: {x-handler: handlers.hello.greet}}",
                            "the segment 'f{x}{y}' is not of the form {name}, with text between"),
                    slip(
                            "/actuator/mine: {get: {x-handler: handlers.hello.greet}}",
                            "the service keeps this path for itself"),
                    slip(
                            "/g: {$ref: '#/components/pathItems/g'}",
                            "/paths/~1g/$ref: '#/components/pathItems/g' leads to nothing:"
                                    + " config/openapi.yaml has no /components/pathItems/g"),
                    slip(
                            "/h: {GET: {x-handler: handlers.hello.greet}}",
                            "/paths/~1h/GET: is not known here; is it misspelt?"),
                    slip(
                            "/m: {get: {x-handler: handlers.hello.greet, Security: []}}",
                            "/paths/~1m/get/Security: is not known here; is it misspelt?"),
                    slip("/k: []", "/paths/~1k: is not of the form {get: {x-handler"),
                    slip(
                            "/hello: {get: {x-handler: handlers.hello.greet}}",
                            "stands here a second time"));

    @TempDir Path folder;

    @Test
    void startsWithoutADocument(CapturedOutput log) throws IOException {
        try (RunningMoonlet moonlet = RunningMoonlet.serving(folder)) {
            assertNothingIsServed(moonlet, "config/openapi.yaml: is missing in ");
            assertThat(log).contains("config/openapi.yaml: is missing in " + folder);
            assertThat(moonlet.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(moonlet.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(moonlet.get("/hello").statusCode()).isEqualTo(503);
            assertThat(moonlet.get("/v3/api-docs").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void namesTheLineOfADocumentThatIsNoYaml(CapturedOutput log) throws IOException {
        bundle().with("config/openapi.yaml", "openapi: 3.1.0\npaths:\n  /a: [\n");
        try (RunningMoonlet moonlet = RunningMoonlet.serving(folder)) {
            assertNothingIsServed(moonlet, "config/openapi.yaml:4: ");
            assertThat(log).contains("config/openapi.yaml:4: ");
            assertThat(moonlet.get("/v3/api-docs").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void saysThatADocumentIsNotOpenApi() throws IOException {
        bundle().with("config/openapi.yaml", "swagger: '2.0'\n");
        try (RunningMoonlet moonlet = RunningMoonlet.serving(folder)) {
            assertNothingIsServed(moonlet, "config/openapi.yaml:1: is not an OpenAPI 3 document");
        }
    }

    @Test
    void servesTheRestWhenAScriptIsNoLua(CapturedOutput log) throws IOException {
        bundle().serving(HELLO + "/broken:\n  get: {x-handler: broken.f}\n")
                .with("lua/broken.lua", "local m = {}\nfunction m.f( return 1 end\nreturn m\n");
        try (RunningMoonlet moonlet = RunningMoonlet.serving(folder)) {
            assertServesHelloButNot(moonlet, "/broken");
            assertDegraded(moonlet, "lua/broken.lua:2: ");
            assertThat(log).contains("lua/broken.lua:2: ");
        }
    }

    @Test
    void servesTheRestWhenAHandlerIsMissing(CapturedOutput log) throws IOException {
        bundle().serving(HELLO + "/broken:\n  get:\n    x-handler: handlers.hello.bye\n");
        try (RunningMoonlet moonlet = RunningMoonlet.serving(folder)) {
            assertServesHelloButNot(moonlet, "/broken");
            String problem =
                    "config/openapi.yaml:7 at /paths/~1broken/get/x-handler: function 'bye' not"
                            + " found: the script handlers/hello.lua does not return it";
            assertDegraded(moonlet, problem);
            assertThat(log).contains(problem);
        }
    }

    @Test
    void servesTheRestWhenAScriptIsMissingOrFailsOrNeverEnds() throws IOException {
        bundle().serving(
                        HELLO
                                + """
                                /missing:
                                  get: {x-handler: nowhere.f}
                                /failing:
                                  get: {x-handler: failing.f}
                                /endless:
                                  get: {x-handler: endless.f}
                                """)
                .with("lua/failing.lua", "local t = nil\nreturn t.x\n")
                .with("lua/endless.lua", "while true do end\n");
        try (RunningMoonlet moonlet = RunningMoonlet.serving(folder, "moonlet.limits.time=200ms")) {
            assertServesHelloButNot(moonlet, "/missing");
            assertServesHelloButNot(moonlet, "/failing");
            assertServesHelloButNot(moonlet, "/endless");
            assertDegraded(moonlet, "module 'nowhere' not found");
            assertDegraded(moonlet, "failing.lua:2: attempt to index");
            assertDegraded(moonlet, "endless.lua:1: killed: the limit of time is 200 ms");
        }
    }

    @Test
    void survivesScriptsThatBreakItsCompiler() throws IOException {
        StringBuilder locals = new StringBuilder();
        for (int i = 0; i < 201; i++) {
            locals.append("local l").append(i).append("\n");
        }
        bundle().serving(HELLO)
                .with("lua/number.lua", "return 1..2")
                .with("lua/exponent.lua", "return 1e")
                .with("lua/locals.lua", locals.toString())
                .with("lua/escape.lua", "return '\\z");
        try (RunningMoonlet moonlet = RunningMoonlet.serving(folder)) {
            assertThat(moonlet.get("/hello").body()).isEqualTo("hello");
            for (String script : new String[] {"number", "exponent", "locals", "escape"}) {
                assertDegraded(moonlet, "lua/" + script + ".lua");
            }
        }
    }

    @Test
    void refusesWhatItDoesNotUnderstand() throws IOException {
        bundle().serving(HELLO + String.join("\n", SLIPS.keySet()) + "\n");
        try (RunningMoonlet moonlet = RunningMoonlet.serving(folder)) {
            assertServesHelloButNot(moonlet, "/a");
            assertServesHelloButNot(moonlet, "/e");
            for (String problem : SLIPS.values()) {
                assertDegraded(moonlet, problem);
            }
        }
    }

    private BundleFolder bundle() throws IOException {
        return new BundleFolder(folder)
                .with(
                        "lua/handlers/hello.lua",
                        "return { greet = function() return 'hello' end }\n");
    }

    private static void assertNothingIsServed(RunningMoonlet moonlet, String problem)
            throws IOException {
        HttpResponse<String> health = moonlet.get("/actuator/health");
        assertThat(health.statusCode()).isEqualTo(503);
        JsonNode bundle = moonlet.json("/actuator/health").at("/components/bundle");
        assertThat(bundle.get("status").asString()).isEqualTo("OUT_OF_SERVICE");
        assertThat(bundle.at("/details/problems").toString()).contains(problem);
    }

    private static void assertServesHelloButNot(RunningMoonlet moonlet, String path)
            throws IOException {
        assertThat(moonlet.get("/hello").body()).isEqualTo("hello");
        HttpResponse<String> response = moonlet.get(path);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(response.body())
                .contains("This route is out of service until its bundle is mended.")
                .doesNotContain(".lua", "java", "stack");
    }

    private static void assertDegraded(RunningMoonlet moonlet, String problem) throws IOException {
        JsonNode health = moonlet.json("/actuator/health");
        assertThat(health.get("status").asString()).isEqualTo("DEGRADED");
        assertThat(moonlet.get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(moonlet.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(health.at("/components/bundle/details/problems").toString()).contains(problem);
    }

    private static Map.Entry<String, String> slip(String path, String problem) {
        return Map.entry(path, problem);
    }
}
