package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tomcat's compression, of what handlers answer. */
class CompressionTest {

    private static final String HANDLERS =
            """
            local list = {}
            for i = 1, 1000 do list[i] = "moon" end
            return {
              large = function() return list end,
              small = function() return { 1 } end,
              weak = function() return list, 200, { ETag = 'W/"a"' } end,
              strong = function() return list, 200, { ETag = '"a"' } end,
              image = function() return ("x"):rep(5000), 200, { ["Content-Type"] = "image/png" } end,
            }
            """;

    @TempDir Path folder;

    @Test
    void compressesWhatIsWorthIt() throws IOException, InterruptedException {
        StringBuilder paths = new StringBuilder();
        for (String name : new String[] {"large", "small", "weak", "strong", "image"}) {
            paths.append("/%s:\n  get: {x-handler: handlers.%s}\n".formatted(name, name));
        }
        new BundleFolder(folder).serving(paths.toString()).with("lua/handlers.lua", HANDLERS);
        try (RunningMoonlet moonlet =
                        RunningMoonlet.serving(folder, "server.compression.enabled=true");
                HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> large = get("/large", moonlet, client);

            assertThat(isCompressed(large)).isTrue();
            assertThat(large.headers().allValues("Vary")).contains("accept-encoding");
            assertThat(large.body()).hasSizeLessThan(500);
            assertThat(moonlet.get("/large").headers().firstValue("Content-Length"))
                    .contains("7001");
            try (GZIPInputStream json =
                    new GZIPInputStream(new ByteArrayInputStream(large.body()))) {
                assertThat(json.readAllBytes()).hasSize(7001);
            }
            assertThat(isCompressed(get("/weak", moonlet, client))).isTrue();
            assertThat(isCompressed(get("/strong", moonlet, client))).isFalse();
            assertThat(isCompressed(get("/small", moonlet, client))).isFalse();
            assertThat(isCompressed(get("/image", moonlet, client))).isFalse();
        }
    }

    private static HttpResponse<byte[]> get(String path, RunningMoonlet moonlet, HttpClient client)
            throws IOException, InterruptedException {
        return client.send(
                moonlet.request(path).header("Accept-Encoding", "gzip").build(),
                BodyHandlers.ofByteArray());
    }

    private static boolean isCompressed(HttpResponse<byte[]> response) {
        return response.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent();
    }
}
