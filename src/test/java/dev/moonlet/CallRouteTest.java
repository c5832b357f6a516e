package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import tools.jackson.databind.JsonNode;

/** What routes answer to a script that calls them. */
@ExtendWith(OutputCaptureExtension.class)
class CallRouteTest {

    @TempDir static Path folder;
    private static CallingBundle bundle;

    @BeforeAll
    static void start() throws IOException {
        bundle =
                CallingBundle.served(
                        folder,
                        "moonlet.http.check-responses=enforce",
                        "spring.security.user.name=ann",
                        "spring.security.user.password=secret",
                        "spring.security.user.roles=read");
    }

    @AfterAll
    static void stop() {
        bundle.close();
    }

    @Test
    void areGivenWhatTheContractMakesOfTheRequest() throws IOException {
        JsonNode response =
                bundle.call(
                        "get",
                        "/target/7?limit=3",
                        "{\"headers\":{\"x-count\":\"4\",\"Cookie\":\"session=s; other=o\"}}");

        assertThat(response.get("status").asInt()).isEqualTo(200);
        assertThat(response.get("url").asString()).isEqualTo("/target/7");
        assertThat(response.at("/headers/content-type").asString()).isEqualTo("application/json");
        JsonNode shown = bundle.body(response);
        assertThat(shown.get("id").asInt()).isEqualTo(7);
        assertThat(shown.get("type").asString()).isEqualTo("integer");
        assertThat(shown.get("limit").asInt()).isEqualTo(3);
        assertThat(shown.get("count").asInt()).isEqualTo(4);
        assertThat(shown.get("session").asString()).isEqualTo("s");
        assertThat(shown.get("method").asString()).isEqualTo("GET");
        assertThat(shown.get("path").asString()).isEqualTo("/target/7");
        assertThat(shown.get("remote").asString()).isEqualTo("127.0.0.1");
    }

    @Test
    void areGivenBodies() throws IOException {
        JsonNode json = bundle.call("PUT", "/target/1", "{\"json\":{\"a\":5}}");
        JsonNode form = bundle.call("PUT", "/target/1", "{\"form\":{\"a\":\"6\"}}");

        assertThat(json.get("status").asInt()).isEqualTo(201);
        assertThat(json.get("text").asString()).isEqualTo("{\"got\":5,\"kind\":\"integer\"}");
        assertThat(form.get("text").asString()).isEqualTo("{\"got\":6,\"kind\":\"integer\"}");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "GET /target/x | {} | 400 | /path/id",
                "GET /target/1?limit=10 | {} | 400 | /query/limit",
                "GET /target/1?limit=%zz | {} | 0   | is no path",
                "GET /target/1?limit=%C3 | {} | 400 | /query/limit",
                "PUT /target/1 | {} | 400 | is required",
                "PUT /target/1 | {\"json\":{\"a\":\"x\"}}          | 400 | /a",
                "PUT /target/1 | {\"json\":{\"b\":1}}              | 400 | errors",
                "PUT /target/1 | {\"body\":\"x\"} | 415 | application/json",
                "GET /promised | {\"headers\":{\"Accept\":\"text/html\"}} | 406 | application/json",
                "GET /promised | {} | 500 | The handler failed.",
                "GET /fails | {} | 500 | The handler failed.",
                "GET /missing | {} | 404 | no such thing",
                "GET /no/such | {} | 404 | No route matches this path.",
                "POST /fails | {} | 405 | The path does not answer POST.",
                "GET /broken | {} | 503 | out of service",
                "GET /hoards | {} | 500 | limit of memory",
                "GET /stream | {} | 501 | for clients only",
                "GET /socket | {} | 501 | for clients only",
                "GET /forwards | {} | 501 | for clients only",
                "GET /redirects | {} | 501 | for clients only",
                "GET /actuator | {} | 404 | No route matches this path.",
                "GET /%61ctuator | {} | 404 | No route matches this path.",
                "GET /actuator/health | {} | 404 | No route matches this path.",
                "GET /fails/../known | {} | 400 | hides what it is",
                "GET /fails;a=1 | {} | 400 | hides what it is",
            })
    void areRefusedByTheSameProblemsAsClients(
            String request, String options, int status, String text) throws IOException {
        String method = request.split(" ", 2)[0];
        String path = request.split(" ", 2)[1];
        JsonNode response = bundle.call(method, path, options);

        if (status == 0) {
            assertThat(response.get("kind").asString()).isEqualTo("Invalid");
            assertThat(response.get("error").asString()).contains(text);
        } else {
            assertThat(response.get("status").asInt()).isEqualTo(status);
            assertThat(response.at("/headers/content-type").asString())
                    .isEqualTo("application/problem+json");
            assertThat(response.get("text").asString()).contains(text);
            assertThat(bundle.body(response).get("instance").asString())
                    .isEqualTo(path.replaceFirst("\\?.*", ""));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//fails",
                "/fails//x",
                "/./fails",
                "/%2e%2e/fails",
                "/%2E",
                "/a%2Fb",
                "/a%5Cb",
                "/a%25b",
                "/a%00",
                "/a%0a",
                "/a%3Bb"
            })
    void refusePathsThatHideWhatTheyAre(String path) throws IOException {
        assertThat(bundle.call(path).get("status").asInt()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fails",
                "http://localhost/fails",
                "/a b",
                "/a#b",
                "/ä",
                "/a%",
                "/a%2",
                "/a?b c",
                "/a|b",
                "?a=b"
            })
    void refuseWhatIsNoPath(String path) throws IOException {
        JsonNode response = bundle.call(path);

        assertThat(response.get("kind").asString()).isEqualTo("Invalid");
        assertThat(response.get("error").asString())
                .isEqualTo(
                        "'%s' is no path: it begins with / and is percent-encoded".formatted(path));
    }

    @Test
    void answerWithTheirOwnHeadersAndStatus() throws IOException {
        JsonNode response = bundle.call("/headers");

        assertThat(response.get("status").asInt()).isEqualTo(202);
        assertThat(response.at("/headers/x-two").asString()).isEqualTo("1, 2");
        assertThat(response.at("/headers/content-type").asString()).isEqualTo("text/csv");
        assertThat(response.get("text").asString()).isEqualTo("text");
        assertThat(bundle.call("/nothing").get("status").asInt()).isEqualTo(204);
        assertThat(bundle.call("/sn%C3%B6%20w").get("text").asString()).isEqualTo("/sn%C3%B6%20w");
    }

    @Test
    void answerHeadAndOptions() throws IOException {
        JsonNode head = bundle.call("HEAD", "/headers", "{}");
        assertThat(head.get("status").asInt()).isEqualTo(202);
        assertThat(head.get("text").asString()).isEmpty();
        JsonNode options = bundle.call("OPTIONS", "/headers", "{}");
        assertThat(options.get("status").asInt()).isEqualTo(204);
        assertThat(options.at("/headers/allow").asString()).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(bundle.call("PUT", "/headers", "{}").at("/headers/allow").asString())
                .isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void seeTheSameCaller() throws IOException {
        JsonNode anonymous = bundle.call("/known");
        assertThat(anonymous.get("status").asInt()).isEqualTo(401);
        assertThat(bundle.body(anonymous).get("detail").asString())
                .isEqualTo("This needs credentials that are valid.");
        JsonNode pretended =
                bundle.call(
                        "GET",
                        "/known",
                        "{\"headers\":{\"Authorization\":\"Basic YW5uOnNlY3JldA==\"}}");
        assertThat(pretended.get("status").asInt()).isEqualTo(401);

        assertThat(byAnn("/known").get("text").asString()).isEqualTo("ann");
        assertThat(byAnn("/writer").get("status").asInt()).isEqualTo(403);
    }

    @Test
    void areLoggedAndAnsweredByTheIdOfTheRequest(CapturedOutput log) throws IOException {
        String id = bundle.body(bundle.call("/fails")).get("request").asString();

        assertThat(log.getAll()).contains("request " + id + ": targets.fails: targets.lua:");
        JsonNode shown = bundle.body(bundle.call("/target/1"));
        assertThat(shown.get("request").asString()).matches("[0-9a-f]{16}").isNotEqualTo(id);
    }

    private static JsonNode byAnn(String path) throws IOException {
        return bundle.moonlet()
                .read(
                        bundle.moonlet()
                                .send(
                                        RunningMoonlet.by(
                                                "ann:secret",
                                                bundle.post("/call/known", "GET", path, "{}"))));
    }
}
