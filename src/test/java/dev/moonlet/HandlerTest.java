package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** What a handler gets, what it may return, and what a client sees of what goes wrong in it. */
@ExtendWith(OutputCaptureExtension.class)
class HandlerTest {

    @TempDir static Path folder;
    private static RunningMoonlet moonlet;

    @BeforeAll
    static void start() throws IOException {
        StringBuilder paths = new StringBuilder();
        for (String name :
                List.of(
                        "echo", "text", "created", "nothing", "failing", "raising", "endless",
                        "forged", "framed", "odd", "cyclic", "sleep", "nap", "leak", "poison",
                        "print", "deep")) {
            paths.append("/%s:\n  get: {x-handler: handlers.%s}\n".formatted(name, name));
        }
        paths.append("/echo/{id}/of/{kind}:\n  post: {x-handler: handlers.echo}\n");
        paths.append("/brief:\n  get: {x-handler: handlers.endless, x-limits: {time: 100ms}}\n");
        paths.append("/small:\n  get: {x-handler: handlers.hoard, x-limits: {memory: 2MB}}\n");
        paths.append("/minimal:\n  get: {x-handler: handlers.sleep, x-profile: minimal}\n");
        new BundleFolder(folder).serving(paths.toString()).with("lua/handlers.lua", HANDLERS);
        moonlet = RunningMoonlet.serving(folder, "moonlet.limits.time=1s");
    }

    private static final String HANDLERS =
            """
            local handlers = {}
            local calls = 0

            function handlers.echo(req) return req end
            function handlers.text() return "plain", 203, { ["X-Kind"] = "text" } end
            function handlers.created() return { id = 7 }, 201, { Location = "/things/7" } end
            function handlers.nothing() return nil end
            function handlers.failing() return nil, "the cellar is flooded" end
            function handlers.raising() local t = nil; return t.secret end
            function handlers.endless() while true do end end
            function handlers.forged() return "x", 200, { A = "b\\r\\nSet-Cookie: c=d" } end
            function handlers.framed() return "x", 200, { ["content-length"] = "9" } end
            function handlers.odd() return "x", 99 end
            function handlers.cyclic() local t = {}; t.t = t; return t end

            function handlers.sleep()
              local async = require "async"
              return { slept = async.sleep("20ms") }
            end

            function handlers.nap()
              local done, problem = require("async").sleep("10s")
              return { problem = problem }
            end

            function handlers.leak()
              visits = (visits or 0) + 1
              return { visits = visits }
            end

            function handlers.poison()
              local safe = not pcall(function() string.format = nil end)
                and not pcall(function() rawset(string, "upper", nil) end)
                and not pcall(function() table.insert(string, 1) end)
                and not pcall(function() getmetatable("").__index = nil end)
                and not pcall(setmetatable, _G, {})
                and not pcall(function() require("async").sleep = nil end)
              return { safe = safe and ("x"):upper() == "X" }
            end

            function handlers.deep()
              local function f(n) return 1 + f(n + 1) end
              local fine, problem = pcall(f, 1)
              return { fine = fine, problem = problem }
            end

            function handlers.print() print("printed", 1, nil); return nil end

            function handlers.hoard()
              local kept = {}
              for i = 1, math.huge do kept[i] = {i} end
            end
            return handlers
            """;

    @AfterAll
    static void stop() {
        moonlet.close();
    }

    @Test
    void getsTheRequest() throws IOException {
        HttpResponse<String> response =
                moonlet.send(
                        moonlet.request("/echo/a%20b/of/c?q=1&q=2&r=%C3%A4+%2B&s")
                                .header("X-Thing", "one")
                                .header("Content-Type", "application/json; charset=utf-8")
                                .POST(BodyPublishers.ofString("{\"n\":[1,2.5,\"x\"]}")));

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode request = moonlet.read(response);
        assertThat(request.get("method").asString()).isEqualTo("POST");
        assertThat(request.get("path").asString()).isEqualTo("/echo/a%20b/of/c");
        assertThat(request.get("params").toString()).contains("\"id\":\"a b\"", "\"kind\":\"c\"");
        assertThat(request.at("/query/q").asString()).isEqualTo("1");
        assertThat(request.at("/query/r").asString()).isEqualTo("ä +");
        assertThat(request.at("/query/s").asString()).isEmpty();
        assertThat(request.at("/headers/x-thing").asString()).isEqualTo("one");
        assertThat(request.at("/body/n/1").asDouble()).isEqualTo(2.5);
        assertThat(request.get("id").asString()).hasSize(16);
    }

    @Test
    void answersTextStatusAndHeaders() throws IOException {
        HttpResponse<String> text = moonlet.get("/text");
        HttpResponse<String> created = moonlet.get("/created");
        HttpResponse<String> nothing = moonlet.get("/nothing");

        assertThat(text.statusCode()).isEqualTo(203);
        assertThat(text.body()).isEqualTo("plain");
        assertThat(text.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
        assertThat(text.headers().firstValue("X-Kind")).contains("text");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.body()).isEqualTo("{\"id\":7}");
        assertThat(created.headers().firstValue("Location")).contains("/things/7");
        assertThat(nothing.statusCode()).isEqualTo(204);
        assertThat(nothing.body()).isEmpty();
    }

    @Test
    void tellsTheLogWhatFailedAndTheClientNothing(CapturedOutput log) throws IOException {
        assertFailure(moonlet.get("/failing"));
        assertFailure(moonlet.get("/raising"));
        assertThat(log)
                .contains("handlers.failing: the cellar is flooded")
                .containsPattern("handlers.raising: handlers.lua:9: attempt to index");
    }

    @Test
    void writesNothingOfAReplyThatIsNone() throws IOException {
        for (String path : List.of("/forged", "/framed", "/odd", "/cyclic")) {
            HttpResponse<String> response = moonlet.get(path);
            assertFailure(response);
            assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void killsAScriptThatPassesItsTime(CapturedOutput log) throws IOException {
        HttpResponse<String> brief = moonlet.get("/brief");
        HttpResponse<String> capped = moonlet.get("/endless");

        assertThat(brief.statusCode()).isEqualTo(504);
        assertThat(brief.body()).contains("The handler passed its limit of time, 100 ms.");
        assertThat(capped.body()).contains("The handler passed its limit of time, 1000 ms.");
        assertThat(log).contains("handlers.lua:10: killed: the limit of time is 100 ms");
        assertThat(moonlet.get("/text").statusCode()).isEqualTo(203);
    }

    @Test
    void killsAScriptThatHoldsTooMuch(CapturedOutput log) throws IOException {
        HttpResponse<String> small = moonlet.get("/small");

        assertThat(small.statusCode()).isEqualTo(500);
        assertThat(small.body()).contains("The handler passed its limit of memory, 2 MB.");
        assertThat(log).contains("killed: the limit of memory is 2 MB");
        assertThat(moonlet.get("/text").statusCode()).isEqualTo(203);
    }

    @Test
    void waitsWithoutAThread() throws IOException {
        assertThat(moonlet.get("/sleep").body()).isEqualTo("{\"slept\":true}");
    }

    @Test
    void endsAScriptThatHasWaitedForAllItsTime() throws IOException {
        assertThat(moonlet.get("/nap").body()).contains("passed its limit of time, 1000 ms");
    }

    @Test
    void offersAProfileOnlyItsModules() throws IOException {
        assertThat(moonlet.get("/minimal").statusCode()).isEqualTo(503);
    }

    @Test
    void forgetsTheGlobalsOfARequest() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertThat(moonlet.get("/leak").body()).isEqualTo("{\"visits\":1}");
        }
    }

    @Test
    void keepsTheLibraryFromBeingChanged() throws IOException {
        assertThat(moonlet.get("/poison").body()).isEqualTo("{\"safe\":true}");
    }

    @Test
    void turnsEndlessRecursionIntoAnError() throws IOException {
        assertThat(moonlet.get("/deep").body())
                .contains("\"fine\":false")
                .contains("stack overflow");
    }

    @Test
    void keepsCharactersOfEveryPlane() throws IOException {
        HttpResponse<String> response =
                moonlet.send(
                        moonlet.request("/echo/%F0%9F%8C%99/of/x?q=%F0%9F%8C%99")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"moon\":\"🌙\"}")));

        JsonNode request = moonlet.read(response);
        assertThat(request.at("/params/id").asString()).isEqualTo("🌙");
        assertThat(request.at("/query/q").asString()).isEqualTo("🌙");
        assertThat(request.at("/body/moon").asString()).isEqualTo("🌙");
    }

    @Test
    void printsToTheLog(CapturedOutput log) throws IOException {
        moonlet.get("/print");

        assertThat(log).contains("printed\t1\tnil");
    }

    @Test
    void refusesABodyThatIsNotWhatItSays() throws IOException {
        HttpResponse<String> response =
                moonlet.send(
                        moonlet.request("/echo/1/of/2")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"n\":")));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("The body is not JSON").doesNotContain("jackson");
    }

    @Test
    void refusesABodyThatIsTooLarge() throws IOException {
        HttpResponse<String> response =
                moonlet.send(
                        moonlet.request("/echo/1/of/2")
                                .POST(BodyPublishers.ofByteArray(new byte[(1 << 20) + 1])));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("larger than the 1048576 bytes");
    }

    @Test
    void refusesAQueryThatIsNotEncoded() throws IOException {
        try (RawClient raw = new RawClient(moonlet.uri("/"))) {
            assertThat(raw.get("/text?a=%zz")).startsWith("HTTP/1.1 400");
        }
        try (RawClient raw = new RawClient(moonlet.uri("/"))) {
            assertThat(raw.get("//")).startsWith("HTTP/1.1 400").contains("hides what it is");
        }
    }

    @Test
    void servesManyAtOnceEachInItsOwnWorld() throws InterruptedException, ExecutionException {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> requests = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                requests.add(() -> moonlet.get("/sleep").body() + moonlet.get("/leak").body());
            }
            for (Future<String> answer : clients.invokeAll(requests)) {
                assertThat(answer.get()).isEqualTo("{\"slept\":true}{\"visits\":1}");
            }
        }
    }

    private static void assertFailure(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(response.body())
                .contains("\"detail\":\"The handler failed.\"")
                .doesNotContain("cellar", ".lua", "luaj", "Exception", "secret");
    }
}
