package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a client is spared what it has, and kept from writing over what it has not seen. */
class ConditionalRequestTest {

    private static final String HANDLERS =
            """
            local http = require "http"
            local handlers = {}
            local thing = { n = 1 }

            function handlers.get()
              return thing, 200, {
                ETag = '"one"', ["Last-Modified"] = "Tue, 05 May 2026 10:00:00 GMT",
                ["Cache-Control"] = "max-age=5", ["Content-Language"] = "en", Vary = "Accept",
              }
            end
            function handlers.dated() return thing, 200, { ["Last-Modified"] = "Tue, 05 May 2026 10:00:00 GMT" } end
            function handlers.undated() return thing, 200, { ["Last-Modified"] = "yesterday" } end
            function handlers.plain() return thing end
            function handlers.missing() return thing, 404, { ETag = '"one"' } end
            function handlers.put(req)
              if not http.matches(req.headers["if-match"], '"one"') then
                return { problem = "somebody has changed it" }, 412
              end
              return nil
            end
            return handlers
            """;

    @TempDir static Path folder;
    private static RunningMoonlet moonlet;

    @BeforeAll
    static void start() throws IOException {
        new BundleFolder(folder)
                .serving(
                        """
                        /thing:
                          get: {x-handler: handlers.get}
                          put: {x-handler: handlers.put}
                          post: {x-handler: handlers.get}
                        /dated: {get: {x-handler: handlers.dated}}
                        /undated: {get: {x-handler: handlers.undated}}
                        /plain: {get: {x-handler: handlers.plain}}
                        /missing: {get: {x-handler: handlers.missing}}
                        """)
                .with("lua/handlers.lua", HANDLERS);
        moonlet = RunningMoonlet.serving(folder);
    }

    @AfterAll
    static void stop() {
        moonlet.close();
    }

    @Test
    void answersOnlyWhatHasChanged() throws IOException {
        for (String tags : new String[] {"\"one\"", "W/\"one\"", "\"two\", \"one\"", "*"}) {
            HttpResponse<String> known =
                    moonlet.send(moonlet.request("/thing").header("If-None-Match", tags));

            assertThat(known.statusCode()).as(tags).isEqualTo(304);
            assertThat(known.body()).isEmpty();
            assertThat(known.headers().map())
                    .containsKeys("etag", "cache-control", "last-modified", "vary", "date")
                    .doesNotContainKeys("content-type", "content-language", "content-length");
            assertThat(known.headers().allValues("ETag")).containsExactly("\"one\"");
        }
        assertThat(status(moonlet, "/thing", "If-None-Match", "\"two\"")).isEqualTo(200);
        assertThat(status(moonlet, "/missing", "If-None-Match", "\"one\"")).isEqualTo(404);
        assertThat(status(moonlet, "/plain", "If-None-Match", "*")).isEqualTo(200);
        assertThat(moonlet.get("/plain").headers().firstValue("ETag")).isEmpty();
        assertThat(head(moonlet.request("/thing").header("If-None-Match", "*"), moonlet))
                .isEqualTo(304);
        assertThat(
                        moonlet.send(
                                        moonlet.request("/thing")
                                                .header("If-None-Match", "\"one\"")
                                                .POST(BodyPublishers.noBody()))
                                .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/dated   | Tue, 05 May 2026 10:00:00 GMT | 304",
                "/dated   | Wed, 06 May 2026 10:00:00 GMT | 304",
                "/dated   | Mon, 04 May 2026 10:00:00 GMT | 200",
                "/dated   | yesterday                     | 200",
                "/undated | Wed, 06 May 2026 10:00:00 GMT | 200",
                "/plain   | Wed, 06 May 2026 10:00:00 GMT | 200"
            })
    void goesByTheDate(String path, String date, int status) throws IOException {
        assertThat(status(moonlet, path, "If-Modified-Since", date)).isEqualTo(status);
    }

    @Test
    void tagsWhatHasNoTag() throws IOException {
        try (RunningMoonlet tagging = RunningMoonlet.serving(folder, "moonlet.http.etag=weak")) {
            HttpResponse<String> plain = tagging.get("/plain");
            String etag = plain.headers().firstValue("ETag").orElseThrow();

            assertThat(plain.body()).isEqualTo("{\"n\":1}");
            assertThat(etag).matches("W/\"[\\w-]{22}\"");
            assertThat(status(tagging, "/plain", "If-None-Match", etag)).isEqualTo(304);
            assertThat(status(tagging, "/plain", "If-None-Match", etag.substring(2)))
                    .isEqualTo(304);
            assertThat(tagging.get("/thing").headers().allValues("ETag"))
                    .containsExactly("\"one\"");
            assertThat(head(tagging.request("/plain").header("If-None-Match", etag), tagging))
                    .isEqualTo(304);
        }
    }

    @Test
    void letsHandlersJudgeWhoMayWrite() throws IOException {
        assertThat(put(moonlet.request("/thing"), moonlet)).isEqualTo(204);
        assertThat(put(moonlet.request("/thing").header("If-Match", "\"one\""), moonlet))
                .isEqualTo(204);
        assertThat(put(moonlet.request("/thing").header("If-Match", "\"two\""), moonlet))
                .isEqualTo(412);
    }

    private static int status(RunningMoonlet server, String path, String header, String value)
            throws IOException {
        return server.send(server.request(path).header(header, value)).statusCode();
    }

    private static int head(HttpRequest.Builder request, RunningMoonlet server) throws IOException {
        return server.send(request.method("HEAD", BodyPublishers.noBody())).statusCode();
    }

    private static int put(HttpRequest.Builder request, RunningMoonlet server) throws IOException {
        return server.send(request.PUT(BodyPublishers.noBody())).statusCode();
    }
}
