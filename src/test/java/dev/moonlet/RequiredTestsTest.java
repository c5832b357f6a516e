package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A bundle whose tests have to pass is served when they do. */
@Timeout(60)
class RequiredTestsTest {

    private static final String TEST =
            """
            local api = require "api"
            describe("hello", function()
              it("greets", function()
                expect(api.get("/hello").text).to_be("hello")
              end)
            end)
            """;

    @Test
    void refusesABundleUntilItsTestsPass(@TempDir Path folder) throws IOException {
        BundleFolder bundle =
                new BundleFolder(folder)
                        .serving("/hello: {get: {x-handler: hello.run}}")
                        .with("lua/hello.lua", "return {run = function() return 'helo' end}")
                        .with("lua/tests/hello_test.lua", TEST);
        try (RunningMoonlet moonlet =
                RunningMoonlet.permitting(
                        folder, "moonlet.bundle.tests=require", "moonlet.bundle.watch=20ms")) {
            HttpResponse<String> health = moonlet.get("/actuator/health");

            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(moonlet.read(health).at("/components/bundle/details/problems/0").asString())
                    .isEqualTo(
                            "lua/tests/hello_test.lua:4: hello greets: expected \"hello\", got \"helo\"");
            assertThat(moonlet.get("/hello").statusCode()).isEqualTo(503);

            bundle.with("lua/hello.lua", "return {run = function() return 'hello' end}");

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> moonlet.get("/hello").statusCode() == 200);
            assertThat(moonlet.get("/actuator/health").statusCode()).isEqualTo(200);
        }
    }
}
