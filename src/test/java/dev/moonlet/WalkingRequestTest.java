package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The bundle that the repository ships, served as a newcomer would see it. */
class WalkingRequestTest {

    private static RunningMoonlet moonlet;

    @BeforeAll
    static void start() {
        moonlet = RunningMoonlet.serving(Path.of("."));
    }

    @AfterAll
    static void stop() {
        moonlet.close();
    }

    @Test
    void greetsByName() throws IOException {
        HttpResponse<String> response = moonlet.get("/hello/bob");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"message\":\"Hello bob\"}");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void decodesThePath() throws IOException {
        assertThat(moonlet.json("/hello/J%C3%BCrgen%20%22J%22").get("message").asString())
                .isEqualTo("Hello Jürgen \"J\"");
    }

    @Test
    void answersHeadAndOptions() throws IOException {
        HttpResponse<String> head =
                moonlet.send(moonlet.request("/hello/bob").method("HEAD", BodyPublishers.noBody()));
        HttpResponse<String> options =
                moonlet.send(
                        moonlet.request("/hello/bob").method("OPTIONS", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length")).contains("23");
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
    }

    @Test
    void refusesAMethodThatIsNotThere() throws IOException {
        HttpResponse<String> response = moonlet.send(moonlet.request("/hello/bob").DELETE());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
    }

    @Test
    void knowsNoOtherPath() throws IOException {
        for (String path : new String[] {"/", "/hello", "/hello/", "/hello/bob/x"}) {
            HttpResponse<String> response = moonlet.get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(404);
            assertThat(response.body()).as(path).contains("No route matches this path.");
        }
    }

    @Test
    void isHealthy() throws IOException {
        JsonNode health = moonlet.json("/actuator/health");

        assertThat(health.get("status").asString()).isEqualTo("UP");
        assertThat(health.at("/components/bundle/details/routes").asInt()).isEqualTo(1);
        assertThat(moonlet.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(moonlet.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void countsRequestsInvocationsAndStates() throws IOException {
        moonlet.get("/hello/bob");

        assertThat(moonlet.get("/actuator/prometheus").body())
                .containsPattern(
                        "http_server_requests_seconds_count\\{error=\"none\",exception=\"none\","
                                + "method=\"GET\",outcome=\"SUCCESS\",status=\"200\","
                                + "uri=\"/hello/\\{name}\"} [1-9]")
                .containsPattern(
                        "moonlet_invocations_seconds_count\\{function=\"handlers.hello.greet\","
                                + "outcome=\"returned\"} [1-9]")
                .containsPattern(
                        "moonlet_invocations_memory_bytes_sum\\{function="
                                + "\"handlers.hello.greet\"} [1-9]")
                .containsPattern("moonlet_pool_states\\{profile=\"standard\",state=\"idle\"} [1-9]")
                .containsPattern("moonlet_pool_creations_total\\{profile=\"standard\"} [1-9]")
                .contains("moonlet_pool_states{profile=\"standard\",state=\"lent\"} 0.0");
    }

    @Test
    void publishesTheContractWithoutItsOwnKeys() throws IOException {
        JsonNode document = moonlet.json("/v3/api-docs");

        assertThat(document.get("openapi").asString()).startsWith("3.1");
        assertThat(document.at("/info/title").asString()).isEqualTo("Hello");
        JsonNode greet = document.at("/paths/~1hello~1{name}/get");
        assertThat(greet.get("summary").asString()).isEqualTo("Greets by name");
        assertThat(greet.at("/parameters/0/schema/type").asString()).isEqualTo("string");
        assertThat(document.toString()).doesNotContain("x-handler");
    }

    @Test
    void showsTheContractInTheSwaggerUi() throws IOException {
        assertThat(moonlet.get("/swagger-ui.html").statusCode()).isEqualTo(302);
        assertThat(moonlet.get("/swagger-ui/index.html").body()).contains("swagger-ui");
        assertThat(moonlet.json("/v3/api-docs/swagger-config").get("url").asString())
                .isEqualTo("/v3/api-docs");
    }

    @Test
    void keepsItsOtherEndpointsToOperators() throws IOException {
        for (String path : new String[] {"/actuator", "/actuator/env", "/moonlet/revisions"}) {
            HttpResponse<String> response = moonlet.get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(401);
            assertThat(response.headers().firstValue("Content-Type"))
                    .contains("application/problem+json");
        }
    }
}
