package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** What a client gets for the errors that handlers return and raise, and what the log gets. */
@ExtendWith(OutputCaptureExtension.class)
class HandlerErrorsTest {

    private static final String HANDLERS =
            """
            local errors, http = require "errors", require "http"
            local handlers = {}

            local function made(req)
              return errors.new { kind = req.params.kind, message = "the secret\\nis out" }
            end

            function handlers.returned(req)
              return nil, made(req)
            end
            function handlers.raised(req)
              local close <close> = setmetatable({}, { __close = function() end })
              error(made(req))
            end

            function handlers.detailed()
              return nil, errors.new {
                kind = "Invalid", message = "no such size", details = { sizes = { 1, 2.5 }, left = true } }
            end
            function handlers.wrapped()
              local e = errors.new { kind = "NotFound", message = "no order 7" }
              error(errors.wrap(e, "billing"))
            end
            function handlers.yielded()
              coroutine.wrap(function() error(errors.new { kind = "Conflict", message = "changed" }) end)()
            end
            function handlers.limited()
              return nil, errors.new { kind = "RateLimited", message = "slow down", details = { retry_after = 1.2 } }
            end
            function handlers.unavailable()
              return nil, errors.new { kind = "Unavailable", message = "pg-7 is down", details = { retry_after = 30 } }
            end
            function handlers.patient()
              return nil, errors.new { kind = "NotFound", message = "?", details = { retry_after = 30 } }
            end
            function handlers.strange()
              return nil, errors.new { kind = "RateLimited", message = "?", details = { retry_after = -1 } }
            end
            function handlers.unspeakable()
              return nil, errors.new { kind = "NotFound", message = "none", details = { f = print } }
            end
            function handlers.denied()
              return http.get("http://inside.test/")
            end
            function handlers.text() return nil, "secret\\n2026-01-01 ERROR forged" end
            function handlers.table() return nil, { secret = 1 } end
            function handlers.flag() return nil, true end
            function handlers.raisedText() error("secret") end
            function handlers.raisedTable() error({ secret = 1 }) end
            function handlers.raisedNil() error(nil) end
            function handlers.raisedMute()
              error(setmetatable({}, { __tostring = function() error("secret") end }))
            end
            function handlers.late() return "x", errors.new "secret" end
            return handlers
            """;

    private static final List<String> NAMES =
            List.of(
                    "detailed",
                    "wrapped",
                    "yielded",
                    "limited",
                    "unavailable",
                    "patient",
                    "strange",
                    "unspeakable",
                    "denied",
                    "text",
                    "table",
                    "flag",
                    "raisedText",
                    "raisedTable",
                    "raisedNil",
                    "raisedMute",
                    "late");

    @TempDir static Path folder;
    private static RunningMoonlet moonlet;

    @BeforeAll
    static void start() throws IOException {
        StringBuilder paths = new StringBuilder();
        NAMES.forEach(name ->
                paths.append("/%s:\n  get: {x-handler: handlers.%s}\n".formatted(name, name)));
        paths.append("/returned/{kind}:\n  get: {x-handler: handlers.returned}\n");
        paths.append("/raised/{kind}:\n  get: {x-handler: handlers.raised}\n");
        new BundleFolder(folder).serving(paths.toString()).with("lua/handlers.lua", HANDLERS);
        moonlet = RunningMoonlet.serving(folder, "moonlet.security.grants=");
    }

    @AfterAll
    static void stop() {
        moonlet.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Invalid,          400, Bad Request",
        "Unauthenticated,  401, Unauthorized",
        "PermissionDenied, 403, Forbidden",
        "NotFound,         404, Not Found",
        "AlreadyExists,    409, Conflict",
        "Conflict,         409, Conflict",
        "RateLimited,      429, Too Many Requests",
        "Canceled,         499, Client Closed Request",
        "Internal,         500, Internal Server Error",
        "Unknown,          500, Internal Server Error",
        "Unavailable,      503, Service Unavailable",
        "Timeout,          504, Gateway Timeout"
    })
    void givesEachKindItsStatus(String kind, int status, String title, CapturedOutput log)
            throws IOException {
        for (String way : List.of("returned", "raised")) {
            HttpResponse<String> response = moonlet.get("/" + way + "/" + kind);
            JsonNode problem = moonlet.read(response);

            assertThat(response.statusCode()).as(way).isEqualTo(status);
            assertThat(response.headers().firstValue("Content-Type"))
                    .contains("application/problem+json");
            assertThat(problem.get("status").asInt()).isEqualTo(status);
            assertThat(problem.get("title").asString()).isEqualTo(title);
            assertThat(problem.get("type").asString()).isEqualTo("about:blank");
            assertThat(problem.get("instance").asString()).isEqualTo("/" + way + "/" + kind);
            String logged =
                    "request %s: handlers.%s: handlers.lua:5: the secret\\nis out"
                            .formatted(problem.get("request").asString(), way);
            if (status < 500) {
                assertThat(problem.get("detail").asString()).isEqualTo("the secret\nis out");
                assertThat(log).doesNotContain(logged);
            } else {
                assertThat(response.body()).doesNotContain("secret", "lua");
                assertThat(log).contains(logged);
            }
        }
    }

    @Test
    void tellsDetailsOfWhatTheClientHasDone() throws IOException {
        JsonNode problem = moonlet.json("/detailed");

        assertThat(problem.at("/details/sizes").toString()).isEqualTo("[1,2.5]");
        assertThat(problem.at("/details/left").asBoolean()).isTrue();
    }

    @Test
    void knowsTheKindOfWhatIsWrapped() throws IOException {
        HttpResponse<String> wrapped = moonlet.get("/wrapped");

        assertThat(wrapped.statusCode()).isEqualTo(404);
        assertThat(wrapped.body()).contains("\"detail\":\"billing: no order 7\"");
    }

    @Test
    void knowsTheKindOfWhatACoroutineRaises() throws IOException {
        assertThat(moonlet.get("/yielded").statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"limited, 429, 2", "unavailable, 503, 30"})
    void saysWhenToTryAgain(String path, int status, String seconds) throws IOException {
        HttpResponse<String> response = moonlet.get("/" + path);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Retry-After")).contains(seconds);
        assertThat(response.body()).doesNotContain("pg-7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient", "strange"})
    void saysNothingOfTimeWhereThatMeansNothing(String path) throws IOException {
        assertThat(moonlet.get("/" + path).headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void failsIfDetailsHaveNoForm(CapturedOutput log) throws IOException {
        HttpResponse<String> response = moonlet.get("/unspeakable");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(log).contains("none; its details: a function at f has no JSON form");
    }

    @Test
    void passesOnWhatAnOperationHasFailedWith() throws IOException {
        HttpResponse<String> denied = moonlet.get("/denied");

        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(denied.body()).contains("\"title\":\"Forbidden\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "text        | secret\\n2026-01-01 ERROR forged",
                "table       | nil and a table, which is neither a status nor an error",
                "flag        | nil and a boolean, which is neither a status nor an error",
                "raisedText  | handlers.lua:48: secret",
                "raisedTable | (error object is a table value)",
                "raisedNil   | (error object is a nil value)",
                "raisedMute  | (error object whose __tostring fails)",
                "late        | the status of a reply is from 200 to 599, not"
            })
    void takesAnyOtherErrorForABug(String path, String logged, CapturedOutput log)
            throws IOException {
        HttpResponse<String> response = moonlet.get("/" + path);

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body())
                .contains("\"detail\":\"The handler failed.\"")
                .doesNotContain("secret", "lua");
        assertThat(log).contains("handlers." + path + ": " + logged);
    }
}
