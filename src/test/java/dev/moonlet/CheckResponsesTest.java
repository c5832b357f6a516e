package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What becomes of responses that are not as their document promises. */
@ExtendWith(OutputCaptureExtension.class)
class CheckResponsesTest {

    private static final String PATHS =
            """
            /good: {get: {x-handler: handlers.good, responses: &r {"200": {description: Fine, content: {application/json: {schema: {type: object, properties: {id: {type: integer}}}}}}}}}
            /bad: {get: {x-handler: handlers.bad, responses: *r}}
            /text: {get: {x-handler: handlers.text, responses: *r}}
            /status: {get: {x-handler: handlers.status, responses: *r}}
            """;

    private static final String HANDLERS =
            """
            return {
              good = function() return { id = 1 } end,
              bad = function() return { id = "secret" } end,
              text = function() return "text" end,
              status = function() return { id = 1 }, 201 end,
            }
            """;

    @TempDir Path folder;

    @Test
    void tellsTheLogOnce(CapturedOutput log) throws IOException {
        try (RunningMoonlet moonlet = serving()) {
            for (int i = 0; i < 5; i++) {
                assertThat(moonlet.get("/bad").statusCode()).isEqualTo(200);
            }
            assertThat(moonlet.get("/good").statusCode()).isEqualTo(200);
            String told =
                    "handlers.bad: the response 200 is not as the document promises: /id string"
                            + " found, integer expected";
            assertThat(log.getOut()).containsOnlyOnce(told);
            assertThat(log).doesNotContain("handlers.good");
        }
    }

    @Test
    void answersAFailureInstead(CapturedOutput log) throws IOException {
        try (RunningMoonlet moonlet = serving("moonlet.http.check-responses=enforce")) {
            assertThat(moonlet.get("/good").body()).isEqualTo("{\"id\":1}");
            for (String path : new String[] {"/bad", "/text", "/status"}) {
                assertThat(moonlet.get(path).statusCode()).isEqualTo(500);
                assertThat(moonlet.get(path).body())
                        .contains("The handler failed.")
                        .doesNotContain("secret");
            }
            assertThat(log)
                    .contains("the content type text/plain is not declared for the status 200")
                    .contains("the status 201 is not declared");
        }
    }

    @Test
    void looksAtNothingIfItIsToldSo(CapturedOutput log) throws IOException {
        try (RunningMoonlet moonlet = serving("moonlet.http.check-responses=off")) {
            assertThat(moonlet.get("/bad").statusCode()).isEqualTo(200);
            assertThat(log).doesNotContain("promises");
        }
    }

    private RunningMoonlet serving(String... properties) throws IOException {
        new BundleFolder(folder).serving(PATHS).with("lua/handlers.lua", HANDLERS);
        return RunningMoonlet.serving(folder, properties);
    }
}
