package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not forwarded at all. */
class ForwardRefusalTest {

    private static final String PATHS =
            """
            /all: {get: {x-handler: to.all}, post: {x-handler: to.all}}
            /file: {get: {x-handler: to.file}}
            /echo: {post: {x-handler: to.echo}}
            /checked:
              post:
                x-handler: to.echo
                requestBody: {content: {application/json: {schema: {type: object}}}}
            /cached: {post: {x-handler: to.cached}}
            /forged: {get: {x-handler: to.forged}}
            /via: {get: {x-handler: to.via}}
            /wrong: {get: {x-handler: to.wrong}}
            /minimal: {get: {x-handler: bare.table, x-profile: minimal}}
            """;

    private static final String SCRIPT =
            """
            local cache, http = require "cache", require "http"
            local url = "http://localhost:PORT"
            local to = {}

            function to.all() return http.forward { url = url } end
            function to.file(req) return http.forward { url = url, path = "/file/" .. req.query.name } end
            function to.echo(req) return req.body end
            function to.cached(req) cache.set("a", req.body) return cache.get("a") end
            function to.forged()
              return http.forward { url = url, headers = { A = "b\\r\\nX-Evil: 1" } }
            end
            function to.via() return http.forward { url = url, headers = { via = false } } end
            function to.wrong() return { _redirect = true, hostname = "localhost/x", port = PORT } end
            return to
            """;

    private static final String BARE =
            """
            return { table = function() return { _redirect = true, hostname = "localhost", port = PORT } end }
            """;

    @TempDir static Path folder;
    private static Upstream upstream;
    private static RunningMoonlet moonlet;

    @BeforeAll
    static void start() throws IOException {
        upstream = new Upstream();
        String port = Integer.toString(upstream.port());
        new BundleFolder(folder)
                .serving(PATHS)
                .with("lua/to.lua", SCRIPT.replace("PORT", port))
                .with("lua/bare.lua", BARE.replace("PORT", port));
        moonlet = RunningMoonlet.serving(folder, "moonlet.client.hosts=localhost");
    }

    @AfterAll
    static void stop() {
        moonlet.close();
        upstream.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/file?name=..%2Fx",
                "/file?name=%252e%252E",
                "/file?name=a%5C..;b",
                "/file?name=."
            })
    void doesNotLookElsewhere(String target) throws IOException {
        assertThat(moonlet.get(target).statusCode()).isEqualTo(400);
        assertThat(upstream.isUnasked()).isTrue();
    }

    @Test
    void losesNoBodyOfAGet() throws IOException {
        HttpResponse<String> response =
                moonlet.send(
                        moonlet.request("/all").method("GET", BodyPublishers.ofString("body")));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(upstream.isUnasked()).isTrue();
    }

    @Test
    void sendsNoFormThatWasReadInParts() throws IOException {
        String form = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--\r\n";
        HttpResponse<String> response =
                moonlet.send(
                        moonlet.request("/all")
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(BodyPublishers.ofString(form)));

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(upstream.isUnasked()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forged", "/via", "/wrong", "/minimal"})
    void sendsNothingThatIsWrong(String path) throws IOException {
        assertThat(moonlet.get(path).statusCode()).isEqualTo(500);
        assertThat(upstream.isUnasked()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/echo", "/checked", "/cached"})
    void takesNoDataForAWish(String path) throws IOException {
        String data =
                "{\"_redirect\":true,\"hostname\":\"localhost\",\"port\":%d}"
                        .formatted(upstream.port());
        HttpResponse<String> response =
                moonlet.send(
                        moonlet.request(path)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(data)));

        assertThat(moonlet.read(response)).isEqualTo(moonlet.read(data));
        assertThat(upstream.isUnasked()).isTrue();
    }
}
