package dev.moonlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent to the server that a request is forwarded to. */
class ForwardTest {

    private static final String PATHS =
            """
            /all/{rest}:
              get: {x-handler: to.all}
              post: {x-handler: to.all}
              put: {x-handler: to.all}
              patch: {x-handler: to.all}
              delete: {x-handler: to.all}
              head: {x-handler: to.all}
              options: {x-handler: to.all}
            /changed: {post: {x-handler: to.changed}}
            /address: {get: {x-handler: to.address}}
            /host: {get: {x-handler: to.host}}
            /credentials: {get: {x-handler: to.credentials}}
            /raw: {get: {x-handler: to.raw}}
            /table: {get: {x-handler: to.table}}
            /full: {get: {x-handler: to.full}}
            /file: {get: {x-handler: to.file}}
            /lines: {get: {x-handler: to.lines}}
            """;

    private static final String SCRIPT =
            """
            local http = require "http"
            local url = "http://localhost:PORT"
            local to = {}

            function to.all() return http.forward { url = url } end
            function to.changed()
              return http.forward {
                url = url, path = "/v2/x y", query = { b = "1 2", a = { "x", "ü" } }, method = "get",
                headers = { ["X-A"] = { "1", "2" }, ["x-drop"] = false, ["X-Forwarded-For"] = false },
              }
            end
            function to.address() return http.forward { url = url .. "/own?own=1" } end
            function to.host() return http.forward { url = url, preserve_host = true } end
            function to.credentials(req)
              return http.forward {
                url = url, headers = { Authorization = req.headers.authorization, Cookie = "own=1" },
              }
            end
            function to.raw() return http.forward { url = url, query = "a=%20b" } end
            function to.table()
              return { _redirect = true, hostname = "localhost", port = PORT, path = "/t", query = { q = 1 } }
            end
            function to.full() return { _redirect = true, hostname = "http://localhost/", port = PORT } end
            function to.file(req) return http.forward { url = url, path = "/file/" .. req.query.name } end
            function to.lines() return http.forward { url = url, path = "/a\\r\\nX-Evil: 1\\r\\n" } end
            return to
            """;

    @TempDir static Path folder;
    private static Upstream upstream;
    private static RunningMoonlet moonlet;

    @BeforeAll
    static void start() throws IOException {
        upstream = new Upstream();
        String port = Integer.toString(upstream.port());
        new BundleFolder(folder).serving(PATHS).with("lua/to.lua", SCRIPT.replace("PORT", port));
        moonlet = RunningMoonlet.serving(folder, "moonlet.client.hosts=localhost");
    }

    @AfterAll
    static void stop() {
        moonlet.close();
        upstream.close();
    }

    @BeforeEach
    void forget() {
        upstream.forget();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void sendsTheRequestOn(String method) throws IOException, InterruptedException {
        byte[] body = {0, 1, (byte) 0xff, '\r', '\n'};
        HttpResponse<String> response =
                moonlet.send(
                        moonlet.request("/all/%C3%A4%3F?a=1&b=%20&a=+&c")
                                .header("Content-Type", "application/x-thing")
                                .header("X-A", "1")
                                .header("X-A", "2")
                                .method(method, BodyPublishers.ofByteArray(body)));

        assertThat(response.statusCode()).isEqualTo(204);
        Upstream.Got got = upstream.next();
        assertThat(got.method()).isEqualTo(method);
        assertThat(got.uri()).isEqualTo("/all/%C3%A4%3F?a=1&b=%20&a=+&c");
        assertThat(got.body()).isEqualTo(body);
        assertThat(got.headers().get("Content-Type")).containsExactly("application/x-thing");
        assertThat(got.headers().get("X-A")).containsExactly("1", "2");
        assertThat(got.headers().get("Host")).containsExactly("localhost:" + upstream.port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void sendsRequestsWithoutABody(String method) throws IOException, InterruptedException {
        moonlet.send(moonlet.request("/all/x").method(method, BodyPublishers.noBody()));

        Upstream.Got got = upstream.next();
        assertThat(got.method()).isEqualTo(method);
        assertThat(got.uri()).isEqualTo("/all/x");
        assertThat(got.headers().get("Accept-Encoding")).containsExactly("identity");
    }

    @Test
    void keepsBackWhatIsForTheServiceAlone() throws IOException, InterruptedException {
        Headers headers =
                ask(
                        "/all/x",
                        "Connection: close, X-Hop",
                        "X-Hop: 1",
                        "Keep-Alive: timeout=5",
                        "TE: trailers",
                        "Upgrade: h2c",
                        "Proxy-Authorization: secret",
                        "Proxy-Connection: keep-alive",
                        "Cookie: secret",
                        "Forwarded: for=forged",
                        "X-Forwarded-For: forged",
                        "X-Forwarded-Prefix: /forged",
                        "X-Real-IP: forged",
                        "Accept-Encoding: gzip, br",
                        "If-None-Match: \"1\"",
                        "Range: bytes=0-1");

        assertThat(headers)
                .doesNotContainKeys(
                        "X-hop",
                        "Keep-alive",
                        "Te",
                        "Upgrade",
                        "Proxy-authorization",
                        "Proxy-connection",
                        "Cookie",
                        "X-forwarded-prefix",
                        "X-real-ip");
        assertThat(headers.toString()).doesNotContain("secret", "forged", "X-Hop");
        assertThat(headers.get("Accept-Encoding")).containsExactly("gzip, br");
        assertThat(headers.get("If-None-Match")).containsExactly("\"1\"");
        assertThat(headers.get("Range")).containsExactly("bytes=0-1");
    }

    @Test
    void saysWhereItCameFrom() throws IOException, InterruptedException {
        Headers headers = ask("/all/x", "Via: 1.0 other, 1.1 moonlet", "User-Agent: Somebody");

        assertThat(headers.get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(headers.get("X-Forwarded-Host")).containsExactly("a.test:80");
        assertThat(headers.get("X-Forwarded-Proto")).containsExactly("http");
        assertThat(headers.get("Forwarded"))
                .containsExactly("for=\"127.0.0.1\";host=\"a.test:80\";proto=http");
        assertThat(headers.get("Via")).containsExactly("1.0 other, 1.1 moonlet", "1.1 moonlet");
        assertThat(headers.get("User-Agent")).containsExactly("Somebody");
    }

    @Test
    void sendsWhatTheScriptSays() throws IOException, InterruptedException {
        moonlet.send(
                moonlet.request("/changed?q=1")
                        .header("X-A", "0")
                        .header("X-Drop", "1")
                        .header("X-Keep", "1")
                        .POST(BodyPublishers.ofString("body")));

        Upstream.Got got = upstream.next();
        assertThat(got.method()).isEqualTo("GET");
        assertThat(got.uri()).isEqualTo("/v2/x%20y?a=x&a=%C3%BC&b=1+2");
        assertThat(got.body()).isEmpty();
        assertThat(got.headers().get("X-A")).containsExactly("1", "2");
        assertThat(got.headers().get("X-Keep")).containsExactly("1");
        assertThat(got.headers()).doesNotContainKeys("X-drop", "X-forwarded-for");
    }

    @Test
    void sendsCredentialsIfTheScriptSaysSo() throws IOException, InterruptedException {
        Headers headers = ask("/credentials", "Authorization: Thing secret", "Cookie: theirs=1");

        assertThat(headers.get("Authorization")).containsExactly("Thing secret");
        assertThat(headers.get("Cookie")).containsExactly("own=1");
    }

    @ParameterizedTest
    @CsvSource({
        "/address?q=1, /own?own=1",
        "/raw?q=1, /raw?a=%20b",
        "/table?q=2, /t?q=1",
        "/full?q=1, /full?q=1",
        "/lines, /aX-Evil:%201",
        "/file?name=a%3Fb%23, /file/a%3Fb%23?name=a%3Fb%23"
    })
    void goesToTheAddressThatIsNamed(String path, String expected)
            throws IOException, InterruptedException {
        assertThat(moonlet.get(path).statusCode()).isEqualTo(204);
        assertThat(upstream.next().uri()).isEqualTo(expected);
    }

    @Test
    void sendsTheHostOfTheClientIfTheScriptSaysSo() throws IOException, InterruptedException {
        assertThat(ask("/host").get("Host")).containsExactly("a.test:80");
    }

    @Test
    void sendsBytesOfHeadersAsTheyCame() throws IOException, InterruptedException {
        String bytes = new String("ü".getBytes(UTF_8), ISO_8859_1);

        assertThat(ask("/all/x", "X-A: " + bytes).get("X-A")).containsExactly(bytes);
    }

    private static Headers ask(String path, String... headers)
            throws IOException, InterruptedException {
        try (RawClient raw = new RawClient(moonlet.uri("/"))) {
            raw.send(
                    "GET %s HTTP/1.1\r\nHost: a.test:80\r\n%s\r\n\r\n"
                            .formatted(path, String.join("\r\n", List.of(headers)))
                            .replace("\r\n\r\n\r\n", "\r\n\r\n"));
            return upstream.next().headers();
        }
    }
}
