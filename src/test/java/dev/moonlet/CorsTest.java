package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose pages may ask a route, and read what it answers. */
class CorsTest {

    private static final String ALLOWED = "Access-Control-Allow-Origin";
    private static final String APP = "https://app.test";
    private static final String OTHER = "https://other.test";

    @TempDir static Path folder;
    private static RunningMoonlet moonlet;

    @BeforeAll
    static void start() throws IOException {
        bundle("");
        moonlet =
                RunningMoonlet.serving(
                        folder,
                        "moonlet.http.cors.allowed-origins=" + APP,
                        "moonlet.http.cors.exposed-headers=X-Total");
    }

    private static void bundle(String more) throws IOException {
        new BundleFolder(folder)
                .with(
                        "config/openapi.yaml",
                        """
                        openapi: 3.1.0
                        %s
                        paths:
                          /thing:
                            get: {x-handler: handlers.get}
                            put: {x-handler: handlers.get, security: [{basic: [admin]}]}
                          /failing: {get: {x-handler: handlers.fail}}
                          /missing: {get: {x-handler: handlers.missing}}
                          /partner:
                            x-cors: {origins: ["https://partner.test"], credentials: true, max-age: 1m}
                            get: {x-handler: handlers.get}
                            put: {x-handler: handlers.get, x-cors: {origins: ["*"], methods: [PUT], headers: [X-A]}}
                          /family:
                            get: {x-handler: handlers.get, x-cors: {origin-patterns: ["https://*.test"]}}
                          /nobody: {get: {x-handler: handlers.get, x-cors: {origins: []}}}
                        """
                                .formatted(more))
                .with(
                        "lua/handlers.lua",
                        """
                        local errors = require "errors"
                        return {
                          get = function() return { n = 1 }, 200, { Vary = "Accept" } end,
                          fail = function() error("secret") end,
                          missing = function() error(errors.new { kind = "NotFound", message = "none" }) end,
                        }
                        """);
    }

    @AfterAll
    static void stop() {
        moonlet.close();
    }

    private static HttpResponse<String> get(String path, String origin) throws IOException {
        return moonlet.send(moonlet.request(path).header("Origin", origin));
    }

    private static HttpResponse<String> preflight(String path, String origin, String method)
            throws IOException {
        return moonlet.send(preflight(moonlet, path, origin, method));
    }

    private static HttpRequest.Builder preflight(
            RunningMoonlet server, String path, String origin, String method) {
        return server.request(path)
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "X-A");
    }

    @ParameterizedTest
    @CsvSource({"/thing, 200", "/failing, 500", "/missing, 404", "/none, 404"})
    void letsPagesReadAnswersAndProblems(String path, int status) throws IOException {
        HttpResponse<String> response = get(path, APP);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue(ALLOWED)).contains(APP);
        assertThat(response.headers().firstValue("Access-Control-Expose-Headers"))
                .contains("X-Total");
        assertThat(response.headers().allValues("Vary")).contains("Origin");
    }

    @Test
    void addsToWhatAHandlerVariesBy() throws IOException {
        assertThat(get("/thing", APP).headers().allValues("Vary")).contains("Origin", "Accept");
        assertThat(moonlet.get("/thing").headers().allValues("Vary")).contains("Origin", "Accept");
        assertThat(moonlet.get("/thing").headers().firstValue(ALLOWED)).isEmpty();
    }

    @Test
    void letsPagesReadWhyTheyMayNot() throws IOException {
        HttpResponse<String> response =
                moonlet.send(
                        moonlet.request("/thing")
                                .header("Origin", APP)
                                .PUT(BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue(ALLOWED)).contains(APP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/thing", "/none", "/nobody", "/partner"})
    void refusesOtherPages(String path) throws IOException {
        HttpResponse<String> response = get(path, OTHER);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().firstValue(ALLOWED)).isEmpty();
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(response.body()).contains("Pages of this origin may not ask this");
    }

    @Test
    void answersPreflightsBeforeAnybodySignsIn() throws IOException {
        HttpResponse<String> response = preflight("/thing", APP, "PUT");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue(ALLOWED)).contains(APP);
        assertThat(response.headers().firstValue("Access-Control-Allow-Methods"))
                .contains("GET,HEAD,OPTIONS,PUT");
        assertThat(response.headers().firstValue("Access-Control-Allow-Headers")).contains("X-A");
        assertThat(response.headers().firstValue("Access-Control-Max-Age")).contains("1800");
        assertThat(response.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/thing,   https://app.test,   DELETE",
        "/thing,   https://other.test, GET",
        "/thing,   null,               GET",
        "/nobody,  https://app.test,   GET",
        "/partner, https://app.test,   GET"
    })
    void refusesPreflights(String path, String origin, String method) throws IOException {
        HttpResponse<String> response = preflight(path, origin, method);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().firstValue(ALLOWED)).isEmpty();
    }

    @Test
    void goesByTheRulesThatAreNearest() throws IOException {
        HttpResponse<String> partner = preflight("/partner", "https://partner.test", "GET");
        HttpResponse<String> anybody = preflight("/partner", OTHER, "PUT");

        assertThat(partner.headers().firstValue(ALLOWED)).contains("https://partner.test");
        assertThat(partner.headers().firstValue("Access-Control-Allow-Credentials"))
                .contains("true");
        assertThat(partner.headers().firstValue("Access-Control-Max-Age")).contains("60");
        assertThat(anybody.headers().firstValue(ALLOWED)).contains("*");
        assertThat(get("/family", "https://a.test").headers().firstValue(ALLOWED))
                .contains("https://a.test");
    }

    @Test
    void saysNothingUnlessItIsAsked() throws IOException {
        try (RunningMoonlet plain = RunningMoonlet.serving(folder)) {
            HttpResponse<String> get = plain.send(plain.request("/thing").header("Origin", APP));
            HttpResponse<String> options = plain.send(preflight(plain, "/thing", APP, "GET"));

            assertThat(get.statusCode()).isEqualTo(200);
            assertThat(get.headers().map()).doesNotContainKey(ALLOWED);
            assertThat(get.headers().allValues("Vary")).containsExactly("Accept");
            assertThat(options.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS, PUT");
            assertThat(options.headers().map()).doesNotContainKey(ALLOWED);
        }
    }

    @Test
    void letsTheOperatorKeepItFromTheBundle() throws IOException {
        try (RunningMoonlet strict =
                RunningMoonlet.serving(folder, "moonlet.http.cors.bundle=false")) {
            assertThat(strict.get("/partner").statusCode()).isEqualTo(503);
            assertThat(strict.get("/thing").statusCode()).isEqualTo(200);
            assertThat(strict.get("/actuator/health").body())
                    .contains("is the operator's to say: moonlet.http.cors.bundle is false");
        }
    }

    @Test
    void servesNoRouteWhoseRulesAreNone(@TempDir Path other) throws IOException {
        Map<String, String> wrong =
                Map.of(
                        "[a]", "is not of the form",
                        "{origin: [a]}", "is not known here",
                        "{origins: 'https://a.test'}", "is not a list",
                        "{origins: ['https://a.test/']}", "is no origin",
                        "{origins: ['null']}", "is no origin",
                        "{origins: ['*'], credentials: true}", "name the origins instead of *",
                        "{origin-patterns: ['*'], credentials: true}",
                                "name the origins instead of *",
                        "{origins: ['*'], credentials: maybe}", "credentials are true or false",
                        "{origins: ['*'], methods: [get]}", "'get' is no method",
                        "{origins: ['*'], max-age: soon}", "max-age is no duration");
        StringBuilder paths = new StringBuilder("/fine: {get: {x-handler: handlers.get}}\n");
        wrong.keySet()
                .forEach(rules ->
                        paths.append(
                                "/x%d: {get: {x-handler: handlers.get, x-cors: %s}}\n"
                                        .formatted(paths.length(), rules)));
        new BundleFolder(other)
                .serving(paths.toString())
                .with("lua/handlers.lua", "return { get = function() return {} end }");
        try (RunningMoonlet broken = RunningMoonlet.serving(other)) {
            String health = broken.get("/actuator/health").body();

            assertThat(health).contains(wrong.values()).contains("\"DEGRADED\"");
            assertThat(broken.get("/fine").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void startsWithNoRulesThatAreNone() {
        assertThatThrownBy(() ->
                        RunningMoonlet.serving(
                                        folder,
                                        "moonlet.http.cors.allowed-origins=*",
                                        "moonlet.http.cors.allow-credentials=true")
                                .close())
                .hasStackTraceContaining(
                        "moonlet.http.cors: credentials are not sent to everybody's pages");
    }
}
