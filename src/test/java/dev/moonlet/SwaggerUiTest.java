package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The Swagger UI as people see it: in a browser. */
@EnabledIf(value = "dev.moonlet.Browser#isInstalled", disabledReason = Browser.MISSING)
class SwaggerUiTest {

    private static final String DOCUMENT =
            """
            openapi: 3.1.0
            info: {title: Greetings, version: 1.0.0}
            servers: [{url: 'https://elsewhere.example'}]
            paths:
              /hello/{name}:
                get:
                  x-handler: h.greet
                  parameters: [{name: name, in: path, required: true, schema: {type: string}}]
                  responses: {"200": {description: A greeting}}
              /names:
                post:
                  x-handler: h.known
                  requestBody: {content: {application/json: {schema: {type: object}}}}
                  responses: {"200": {description: Taken}}
              /secret:
                get:
                  x-handler: h.known
                  security: [{basic: [friends]}]
                  responses: {"200": {description: A secret}}
            """;

    private static final String SCRIPT =
            """
            return {
              greet = function(req) return { message = "Hello " .. req.params.name } end,
              known = function(req) return { known = true } end,
            }
            """;

    private static final String HELLO = "#operations-default-get_hello__name_ ";
    private static final String NAMES = "#operations-default-post_names ";
    private static final String SECRET = "#operations-default-get_secret ";

    @TempDir static Path folder;
    @TempDir static Path profile;
    private static Browser browser;
    private static RunningMoonlet moonlet;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start(profile);
        new BundleFolder(folder).with("config/openapi.yaml", DOCUMENT).with("lua/h.lua", SCRIPT);
        moonlet =
                RunningMoonlet.serving(
                        folder,
                        "spring.security.user.name=ann",
                        "spring.security.user.password=secret",
                        "spring.security.user.roles=friends");
    }

    @AfterAll
    static void stop() {
        browser.close();
        moonlet.close();
    }

    @BeforeEach
    void open() {
        browser.open(moonlet.uri("/swagger-ui.html"));
    }

    @Test
    void showsTheBundlesOperationsFirst() {
        assertThat(browser.find(".info .title").getText()).startsWith("Greetings");
        assertThat(browser.texts(".opblock-tag")).first().isEqualTo("default");
        assertThat(browser.texts(".opblock-summary-path"))
                .startsWith("/hello/{name}", "/names", "/secret")
                .contains("/actuator/health");
    }

    @Test
    void callsARoute() throws IOException {
        tryOut(HELLO);
        browser.type(HELLO + "input[placeholder=name]", "bob");
        browser.click(HELLO + ".execute");

        assertThat(status(HELLO)).isEqualTo("200");
        assertThat(answer(HELLO).toString()).isEqualTo("{\"message\":\"Hello bob\"}");
        browser.picture(Path.of("target", "swagger-ui.png"));
    }

    @Test
    void showsTheProblemOfAWrongCall() {
        tryOut(NAMES);
        browser.type(NAMES + ".body-param__text", "{");
        browser.click(NAMES + ".execute");

        assertThat(status(NAMES)).isEqualTo("400");
        assertThat(answer(NAMES).get("title").asString()).isEqualTo("Bad Request");
    }

    @Test
    void signsInThroughAuthorize() {
        tryOut(SECRET);
        browser.click(SECRET + ".execute");
        assertThat(status(SECRET)).isEqualTo("401");
        assertThat(answer(SECRET).get("detail").asString())
                .isEqualTo("This needs credentials that are valid.");

        browser.click(".scheme-container .authorize");
        browser.type(".auth-container input[name=username]", "ann");
        browser.type(".auth-container input[name=password]", "secret");
        browser.click(".auth-btn-wrapper .authorize");
        browser.click(".auth-btn-wrapper .btn-done");
        browser.click(SECRET + ".btn-clear");
        browser.click(SECRET + ".execute");

        assertThat(status(SECRET)).isEqualTo("200");
        assertThat(answer(SECRET).toString()).isEqualTo("{\"known\":true}");
    }

    private static void tryOut(String operation) {
        browser.click(operation + ".opblock-summary-control");
        browser.click(operation + ".try-out__btn");
    }

    private static String status(String operation) {
        return browser.find(operation + ".live-responses-table .response .response-col_status")
                .getText();
    }

    private static JsonNode answer(String operation) {
        return moonlet.read(
                browser.find(
                                operation
                                        + ".live-responses-table .response .response-col_description code")
                        .getText());
    }
}
