package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that are written as none should be come to no handler, open or not. */
class FirewallTest {

    @TempDir static Path folder;
    private static RunningMoonlet moonlet;

    @BeforeAll
    static void start() throws IOException {
        new BundleFolder(folder)
                .serving(
                        """
                        /open/{name}: {get: {x-handler: handlers.echo}}
                        /closed/{name}: {get: {x-handler: handlers.echo, security: [{basic: []}]}}
                        /matrix/{m}:
                          get:
                            x-handler: handlers.echo
                            parameters:
                              - {name: m, in: path, required: true, style: matrix, schema: {type: integer}}
                        """)
                .with(
                        "lua/handlers.lua",
                        "return { echo = function(req) return { params = req.params, user = req.user } end }\n");
        moonlet =
                RunningMoonlet.serving(
                        folder,
                        "spring.security.user.name=olga",
                        "spring.security.user.password=secret",
                        "spring.security.user.roles=clerk");
    }

    @AfterAll
    static void stop() {
        moonlet.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/open//a",
                "/open/./a",
                "/open/%2e%2e/a",
                "/open/a%0Ab",
                "/open/a%25b",
                "/open/a;b=c",
                "/matrix/;m=1%2F",
                "/open/a%3Bb",
                "/closed/a;b=c",
                "/nowhere/%2e%2e/x",
                "/actuator/health;a=b"
            })
    void refusesPathsThatHideWhatTheyAre(String path) throws IOException {
        String response = ask(path);

        assertThat(response).startsWith("HTTP/1.1 400").contains("application/problem+json");
        assertThat(response).doesNotContain("Exception", "java");
    }

    /** The server refuses these before anybody sees them. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/open/a%2Fb", "/open/a%2fb", "/open/a%00", "/open/a%5Cb", "/closed/a%2Fb"})
    void hasPathsRefusedThatTheServerItselfDoesNotTake(String path) throws IOException {
        String response = ask(path);

        assertThat(response).startsWith("HTTP/1.1 400").contains("application/problem+json");
        assertThat(response).contains("The server does not take a request");
        assertThat(response).doesNotContain("Exception", "java.", "Tomcat", "<html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /open/a HTTP/9.9\r\nHost: a\r\n\r\n",
                "GET open/a HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /open/\"a HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /open/a HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /open/a HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /open/a HTTP/1.1\r\nHost: a\r\nA B: c\r\n\r\n",
                "POST /open/a HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
                "POST /open/a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: odd\r\n\r\n"
            })
    void tellsNothingOfTheServerWhenARequestIsNone(String request) throws IOException {
        assertThat(send(request))
                .containsPattern("^HTTP/1.1 (4..|50[15])")
                .doesNotContain("Exception", "java.", "Tomcat", "<html");
    }

    @Test
    void refusesHeadersThatAreTooLargeOrTooMany() throws IOException {
        String head = "GET /open/a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";

        assertThat(send(head + "A: b\r\n".repeat(90) + "\r\n")).startsWith("HTTP/1.1 200");
        assertThat(send(head + "A: b\r\n".repeat(200) + "\r\n"))
                .containsPattern("^HTTP/1.1 4(00|31)")
                .doesNotContain("<html");
        assertThat(send(head + "A: " + "b".repeat(8 << 10) + "\r\n\r\n"))
                .containsPattern("^HTTP/1.1 4(00|31)")
                .doesNotContain("<html");
        assertThat(send("GET /open/" + "a".repeat(8 << 10) + " HTTP/1.1\r\nHost: a\r\n\r\n"))
                .containsPattern("^HTTP/1.1 4(00|14)")
                .doesNotContain("<html");
        assertThat(ask("/open/a?" + "b&".repeat(2000))).startsWith("HTTP/1.1 413");
        assertThat(ask("/open/a")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/open/%", "/open/%zz", "/open/%c3", "/open/a%80b", "/open/\u00e4"})
    void answersNonsenseInsideTheRangeOfTheClient(String path) throws IOException {
        assertThat(ask(path)).containsPattern("^HTTP/1.1 (200|400|404)");
    }

    @Test
    void takesASemicolonWhereThePathHasParametersWithOne() throws IOException {
        assertThat(ask("/matrix/;m=3")).startsWith("HTTP/1.1 200").contains("\"m\":3");
    }

    @Test
    void tellsAHandlerWhoCalls() throws IOException {
        assertThat(
                        moonlet.send(RunningMoonlet.by("olga:secret", moonlet.request("/closed/x")))
                                .body())
                .contains("\"user\":{\"name\":\"olga\",\"scopes\":[")
                .contains("\"clerk\"");
    }

    private static String send(String request) throws IOException {
        try (RawClient raw = new RawClient(moonlet.uri("/"))) {
            return raw.exchange(request);
        }
    }

    private static String ask(String path) throws IOException {
        try (RawClient raw = new RawClient(moonlet.uri("/"))) {
            return raw.get(path);
        }
    }
}
