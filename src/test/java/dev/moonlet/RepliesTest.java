package dev.moonlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
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

/** What becomes of the values that handlers return, and of those that can't be sent. */
@ExtendWith(OutputCaptureExtension.class)
class RepliesTest {

    private static final String HANDLERS =
            """
            local http, json = require "http", require "json"
            local replies = {}

            function replies.cookies()
              return { a = 1 }, 201, { ["Set-Cookie"] = { "a=1", "b=2" }, ["X-Number"] = 7, Vary = "Accept" }
            end
            function replies.response()
              return http.response {
                status = 202,
                headers = { ["X-Kind"] = "whole" },
                cookies = { http.cookie("a", "1", { path = "/", http_only = true }), http.cookie("b", "2") },
                content_type = "application/vnd.thing+json",
                body = { a = { 1, json.null }, b = json.array {}, c = {} },
              }
            end
            function replies.bare() return http.response {} end
            function replies.redirect() return http.redirect("/there?a=b") end
            function replies.bytes() return "\\0\\xff\\r\\n", 200, { ["content-type"] = "image/x-dot" } end
            function replies.untyped() return "\\xff" end
            function replies.object() return json.object { "a" } end
            function replies.empty() return {} end
            function replies.number() return 42 end
            function replies.falsehood() return false end
            function replies.exact() return { 9007199254740993, 0.1, 1e300, math.mininteger } end
            function replies.bodyless() return { a = 1 }, 204 end
            function replies.unmodified() return { a = 1 }, 304 end
            function replies.status() return nil, 418 end
            function replies.statusOfFloat() return "x", 200.0 end
            function replies.largest() return "x", 200, { A = ("x"):rep(8192 - 5) } end

            -- What can't be sent.
            function replies.forgedValue() return "x", 200, { A = "secret\\r\\nSet-Cookie: c=d" } end
            function replies.forgedName() return "x", 200, { ["A: b\\r\\nSet-Cookie"] = "secret" } end
            function replies.forgedList() return "x", 200, { A = { "b", "secret\\nSet-Cookie: c=d" } } end
            function replies.forgedType() return "x", 200, { ["Content-Type"] = "a/secret\\nSet-Cookie: c=d" } end
            function replies.wide() return "x", 200, { A = "secret\\u{10D}" } end
            function replies.framed() return "x", 200, { ["Transfer-Encoding"] = "secret" } end
            function replies.tabled() return "x", 200, { A = { secret = { 1 } } } end
            function replies.unnamed() return "x", 200, { "secret" } end
            function replies.headerless() return "x", 200, "secret" end
            function replies.low() return "secret", 99 end
            function replies.informational() return "secret", 101 end
            function replies.high() return "secret", 600 end
            function replies.half() return "secret", 200.5 end
            function replies.text() return "secret", "abc" end
            function replies.digits() return "secret", "200" end
            function replies.huge() return "x", 200, { secret = ("x"):rep(2^20) } end
            function replies.larger() return "x", 200, { A = ("x"):rep(8192 - 4) } end
            function replies.many()
              local headers = {}
              for i = 1, 101 do headers["A" .. i] = "secret" end
              return "x", 200, headers
            end
            function replies.cyclic() local t = { secret = 1 }; t.t = t; return t end
            function replies.deep()
              local t = { "secret" }
              for _ = 1, 100000 do t = { t } end
              return t
            end
            function replies.callable() return { secret = { print } } end
            function replies.nan() return { secret = 0/0 } end
            function replies.sparse() return { [2^31] = "secret" } end
            function replies.mixed() return { 1, a = "secret" } end
            function replies.latin() return { secret = "\\xff" } end
            function replies.thread() return { secret = coroutine.create(print) } end
            function replies.both() return http.response { body = "secret" }, 200 end
            function replies.nested() return { secret = http.response {} } end
            return replies
            """;

    @TempDir static Path folder;
    private static RunningMoonlet moonlet;

    @BeforeAll
    static void start() throws IOException {
        StringBuilder paths = new StringBuilder();
        HANDLERS.lines()
                .filter(line -> line.startsWith("function replies."))
                .map(line -> line.substring(17, line.indexOf('(')))
                .forEach(name ->
                        paths.append(
                                "/%s:\n  get: {x-handler: replies.%s}\n".formatted(name, name)));
        new BundleFolder(folder).serving(paths.toString()).with("lua/replies.lua", HANDLERS);
        moonlet = RunningMoonlet.serving(folder);
    }

    @AfterAll
    static void stop() {
        moonlet.close();
    }

    @Test
    void sendsAHeaderSeveralTimes() throws IOException {
        HttpResponse<String> response = moonlet.get("/cookies");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().allValues("Set-Cookie")).containsExactly("a=1", "b=2");
        assertThat(response.headers().firstValue("X-Number")).contains("7");
        assertThat(response.headers().allValues("Vary")).containsExactly("Accept");
    }

    @Test
    void sendsAResponseThatIsOneValue() throws IOException {
        HttpResponse<String> response = moonlet.get("/response");

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(moonlet.read(response))
                .isEqualTo(moonlet.read("{\"a\":[1,null],\"b\":[],\"c\":{}}"));
        assertThat(response.headers().allValues("Content-Type"))
                .containsExactly("application/vnd.thing+json");
        assertThat(response.headers().firstValue("X-Kind")).contains("whole");
        assertThat(response.headers().allValues("Set-Cookie"))
                .containsExactly("a=1; Path=/; HttpOnly", "b=2");
        assertThat(moonlet.get("/bare").statusCode()).isEqualTo(204);
    }

    @Test
    void redirects() throws IOException {
        HttpResponse<String> response = moonlet.get("/redirect");

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location")).contains("/there?a=b");
        assertThat(response.body()).isEmpty();
    }

    @Test
    void sendsBytesAsTheyAre() throws IOException, InterruptedException {
        assertBytes("/bytes", "image/x-dot", "\0\u00ff\r\n");
        assertBytes("/untyped", "application/octet-stream", "\u00ff");
    }

    private static void assertBytes(String path, String type, String bytes)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> response =
                    client.send(moonlet.request(path).build(), BodyHandlers.ofByteArray());

            assertThat(response.headers().allValues("Content-Type")).containsExactly(type);
            assertThat(response.body()).asString(ISO_8859_1).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "object    | {\"1\":\"a\"}",
                "empty     | {}",
                "number    | 42",
                "falsehood | false",
                "exact     | [9007199254740993,0.1,1.0E300,-9223372036854775808]"
            })
    void writesJson(String path, String body) throws IOException {
        assertThat(moonlet.get("/" + path).body()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({"bodyless, 204", "unmodified, 304", "status, 418"})
    void sendsNoBodyWhereNoneBelongs(String path, int status) throws IOException {
        HttpResponse<String> response = moonlet.get("/" + path);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("Content-Type")).isEmpty();
    }

    @Test
    void takesAFloatThatIsWholeForAStatus() throws IOException {
        assertThat(moonlet.get("/statusOfFloat").statusCode()).isEqualTo(200);
    }

    @Test
    void sendsHeadersUpToTheLimit() throws IOException {
        HttpResponse<String> response =
                moonlet.send(moonlet.request("/largest").method("HEAD", BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("A").orElseThrow()).hasSize(8192 - 5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forgedValue",
                "forgedName",
                "forgedList",
                "forgedType",
                "wide",
                "framed",
                "tabled",
                "unnamed",
                "headerless",
                "low",
                "informational",
                "high",
                "half",
                "text",
                "digits",
                "huge",
                "larger",
                "many",
                "cyclic",
                "deep",
                "callable",
                "nan",
                "sparse",
                "mixed",
                "latin",
                "thread",
                "both",
                "nested"
            })
    void writesNothingOfAReplyThatIsNone(String path) throws IOException {
        try (RawClient client = new RawClient(moonlet.uri("/"))) {
            String response = client.get("/" + path);

            assertThat(response)
                    .startsWith("HTTP/1.1 500")
                    .contains("application/problem+json", "\"detail\":\"The handler failed.\"")
                    .doesNotContain("secret", "Set-Cookie", ".lua", "luaj", "java", "Exception")
                    .hasSizeLessThan(500);
        }
        assertThat(moonlet.get("/empty").body()).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "callable | a function at /secret/0 has no JSON form",
                "nan      | nan at /secret has no JSON form",
                "mixed    | a table with items and names has no JSON form",
                "latin    | the string at /secret is not UTF-8: encode bytes with base64",
                "larger   | the headers of its reply take 8193 bytes; moonlet.http.max-response-headers is 8192",
                "digits   | the status of a reply is from 200 to 599, not '200'"
            })
    void tellsTheLogWhatIsWrongWithAReply(String path, String reason, CapturedOutput log)
            throws IOException {
        moonlet.get("/" + path);

        assertThat(log)
                .containsPattern(
                        "request [0-9a-f]+: replies." + path + ": .*" + reason.replace("'", "."));
    }
}
