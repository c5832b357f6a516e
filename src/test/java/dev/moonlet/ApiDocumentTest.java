package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document that is published for a bundle. */
class ApiDocumentTest {

    private static final String DOCUMENT =
            """
            openapi: 3.1.0
            info: {title: Orders, version: 1.0}
            servers: [{url: https://elsewhere.example}]
            paths:
              /orders:
                get:
                  x-handler: h.f
                  security: [{login: [orders:read]}]
                  responses:
                    "200":
                      description: Orders
                      content: {application/json: {schema: {$ref: schemas/order.yaml}}}
              /broken:
                get: {x-handler: nowhere.f}
            components:
              schemas: {Link: {type: string}}
            """;

    @TempDir static Path folder;
    private static RunningMoonlet moonlet;
    private static JsonNode document;

    @BeforeAll
    static void start() throws IOException {
        new BundleFolder(folder)
                .with("lua/h.lua", "return { f = function() return 'in' end }")
                .with("config/schemas/order.yaml", "type: array\nitems: {$ref: '#'}\n")
                .with("config/openapi.yaml", DOCUMENT);
        moonlet = RunningMoonlet.serving(folder);
        document = moonlet.json("/v3/api-docs");
    }

    @AfterAll
    static void stop() {
        moonlet.close();
    }

    @Test
    void hasTheBundlesOperationsFirstAndThenTheServicesOwn() {
        assertThat(document.get("paths").propertyNames())
                .startsWith("/orders", "/broken")
                .contains("/actuator/health", "/actuator/invocations/{id}");
        assertThat(document.at("/components/schemas/Link/type").asString()).isEqualTo("string");
        assertThat(document.at("/components/schemas/Link2/type").asString()).isEqualTo("object");
    }

    @Test
    void hasWhatOtherFilesOfTheBundleDefine() {
        assertThat(
                        document.at(
                                        "/paths/~1orders/get/responses/200/content/"
                                                + "application~1json/schema/$ref")
                                .asString())
                .isEqualTo("#/components/schemas/order");
        assertThat(document.at("/components/schemas/order/items/$ref").asString())
                .isEqualTo("#/components/schemas/order");
    }

    @Test
    void takesAVersionForAText() {
        assertThat(document.at("/info/version").isString()).isTrue();
        assertThat(document.at("/info/version").asString()).isEqualTo("1.0");
    }

    @Test
    void namesTheServiceItselfAsItsServer() {
        assertThat(document.at("/servers/0/url").asString() + "/")
                .isEqualTo(moonlet.uri("/").toString());
        assertThat(document.get("servers").size()).isEqualTo(1);
    }

    @Test
    void namesTheServiceAsItWasAskedFor() throws IOException {
        String address = moonlet.uri("").toString().replace("localhost", "127.0.0.1");
        HttpResponse<String> response =
                moonlet.send(HttpRequest.newBuilder(URI.create(address + "/v3/api-docs")));

        assertThat(moonlet.read(response).at("/servers/0/url").asString()).isEqualTo(address);
    }

    @Test
    void saysWhoMayCall() {
        assertThat(document.at("/components/securitySchemes/login/scheme").asString())
                .isEqualTo("basic");
        assertThat(document.at("/paths/~1actuator~1modules/get/security").toString())
                .isEqualTo("[{\"basic\":[\"operator\"]}]");
        assertThat(document.at("/paths/~1actuator~1health/get/security").toString())
                .isEqualTo("[]");
    }

    @Test
    void describesTheProblemsThatAreAnswered() throws IOException {
        JsonNode operation = document.at("/paths/~1orders/get");
        HttpResponse<String> refused = moonlet.get("/orders");
        String reference = operation.at("/responses/401/$ref").asString();
        JsonNode content = document.at(reference.substring(1)).get("content");
        JsonNode schema =
                document.at(
                        content.at("/application~1problem+json/schema/$ref")
                                .asString()
                                .substring(1));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow())
                .isEqualTo(content.propertyNames().iterator().next());
        assertThat(schema.get("properties").propertyNames())
                .containsAll(moonlet.read(refused).propertyNames());
    }

    @Test
    void isTheSameInYaml() throws IOException {
        HttpResponse<String> response = moonlet.get("/v3/api-docs.yaml");
        Map<String, Object> yaml = new Yaml().load(response.body());

        assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/vnd.oai.openapi");
        assertThat(List.copyOf(yaml.keySet())).isEqualTo(List.copyOf(document.propertyNames()));
        assertThat(moonlet.read(new JsonMapper().writeValueAsString(yaml))).isEqualTo(document);
    }
}
