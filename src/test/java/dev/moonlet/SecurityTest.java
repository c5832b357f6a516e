package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may call which route. */
class SecurityTest {

    private static final String DOCUMENT =
            """
            openapi: 3.1.0
            security: [{basic: []}]
            paths:
              /known:
                get: {x-handler: h.f}
              /reader:
                get: {x-handler: h.f, security: [{basic: [orders:read]}]}
              /writer:
                get: {x-handler: h.f, security: [{basic: [orders:write]}]}
              /either:
                get:
                  x-handler: h.f
                  security: [{basic: [orders:write]}, {basic: [orders:read]}]
              /anyone:
                get: {x-handler: h.f, security: []}
              /both:
                get: {x-handler: h.f, security: [{basic: [orders:read, orders:write]}]}
              /null:
                get: {x-handler: h.f, security: }
              /merged:
                get: {<<: {security: []}, x-handler: h.f}
              /key:
                get: {x-handler: h.f, security: [{? [basic] : [admin]}]}
              /misspelt:
                get: {x-handler: h.f, Security: [{basic: []}]}
              /path:
                security: [{basic: []}]
                get: {x-handler: h.f}
              /optional:
                get: {x-handler: h.f, security: [{}, {basic: []}]}
            """;

    @TempDir static Path folder;
    private static RunningMoonlet moonlet;

    @BeforeAll
    static void start() throws IOException {
        new BundleFolder(folder)
                .with("lua/h.lua", "return { f = function() return 'in' end }")
                .with("config/openapi.yaml", DOCUMENT);
        moonlet =
                RunningMoonlet.serving(
                        folder,
                        "spring.security.user.name=ann",
                        "spring.security.user.password=secret",
                        "spring.security.user.roles=orders:read,operator");
    }

    @AfterAll
    static void stop() {
        moonlet.close();
    }

    @Test
    void letsAnonymousCallersOnlyToOpenRoutes() throws IOException {
        assertThat(moonlet.get("/anyone").body()).isEqualTo("in");
        assertThat(moonlet.get("/optional").body()).isEqualTo("in");
        for (String path : new String[] {"/known", "/reader", "/writer", "/either"}) {
            assertThat(moonlet.get(path).statusCode()).as(path).isEqualTo(401);
            assertThat(moonlet.get(path).headers().firstValue("WWW-Authenticate"))
                    .contains("Basic realm=\"moonlet\"");
        }
    }

    @Test
    void letsPagesAskForCredentialsThemselves() throws IOException {
        HttpResponse<String> navigated = asked("navigate");
        HttpResponse<String> fetched = asked("cors");

        assertThat(navigated.headers().firstValue("WWW-Authenticate"))
                .contains("Basic realm=\"moonlet\"");
        assertThat(fetched.statusCode()).isEqualTo(401);
        assertThat(fetched.headers().firstValue("WWW-Authenticate"))
                .contains("xBasic realm=\"moonlet\"");
    }

    @Test
    void letsAKnownCallerToWhatItsScopesAllow() throws IOException {
        for (String path : new String[] {"/anyone", "/optional", "/known", "/reader", "/either"}) {
            assertThat(status(path, "ann:secret")).as(path).isEqualTo(200);
        }
        assertThat(status("/writer", "ann:secret")).isEqualTo(403);
        assertThat(status("/both", "ann:secret")).isEqualTo(403);
    }

    @Test
    void refusesWrongCredentialsEverywhere() throws IOException {
        assertThat(status("/known", "ann:guess")).isEqualTo(401);
        assertThat(status("/anyone", "ann:guess")).isEqualTo(401);
    }

    @Test
    void takesCredentialsItDoesNotKnowForNone() throws IOException {
        assertThat(bearer("/anyone")).isEqualTo(200);
        assertThat(bearer("/optional")).isEqualTo(200);
        assertThat(bearer("/known")).isEqualTo(401);
        assertThat(bearer("/actuator")).isEqualTo(401);
    }

    @Test
    void opensNoRouteByASlip() throws IOException {
        for (String path : new String[] {"/null", "/merged", "/key", "/misspelt", "/path"}) {
            assertThat(moonlet.get(path).statusCode()).as(path).isEqualTo(503);
        }
    }

    @Test
    void keepsTheHeadersOfSpringSecurity() throws IOException {
        assertThat(answer("/known", "ann:secret").headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }

    @Test
    void letsOperatorsToTheServicesEndpoints() throws IOException {
        assertThat(status("/actuator", "ann:secret")).isEqualTo(200);
    }

    private static HttpResponse<String> asked(String mode) throws IOException {
        return moonlet.send(moonlet.request("/known").header("Sec-Fetch-Mode", mode));
    }

    private static int bearer(String path) throws IOException {
        return moonlet.send(moonlet.request(path).header("Authorization", "Bearer x")).statusCode();
    }

    private static int status(String path, String credentials) throws IOException {
        return answer(path, credentials).statusCode();
    }

    private static HttpResponse<String> answer(String path, String credentials) throws IOException {
        return moonlet.send(RunningMoonlet.by(credentials, moonlet.request(path)));
    }
}
