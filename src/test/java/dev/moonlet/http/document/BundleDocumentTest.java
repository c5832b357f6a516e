package dev.moonlet.http.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlet.revision.Bundle;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class BundleDocumentTest {

    private final Map<String, byte[]> files = new HashMap<>();

    @Test
    void takesAwayItsOwnKeysAndNoOthers() {
        JsonNode document =
                published(
                        """
                        openapi: 3.1.0
                        x-audience: partners
                        paths:
                          /a:
                            x-cors: {origins: ['*']}
                            get:
                              x-handler: h.f
                              x-profile: full
                              x-limits: {time: 1s}
                              x-websocket: true
                              x-concurrency: 2
                              x-stream: true
                              x-cost: 5
                              parameters: [{name: x-handler, in: header, schema: {x-profile: a}}]
                        components:
                          schemas:
                            x-handler: {type: object, properties: {x-limits: {type: string}}}
                            A: {example: {x-handler: stays, $ref: '#/stays'}}
                        """);

        assertThat(document.get("x-audience").asString()).isEqualTo("partners");
        JsonNode path = document.at("/paths/~1a");
        assertThat(path.propertyNames()).containsExactly("get");
        assertThat(path.get("get").propertyNames())
                .containsExactlyInAnyOrder("x-cost", "parameters", "responses");
        assertThat(path.at("/get/parameters/0/schema").isEmpty()).isTrue();
        assertThat(document.at("/components/schemas/x-handler/properties/x-limits/type").asString())
                .isEqualTo("string");
        assertThat(document.at("/components/schemas/A/example").toString())
                .isEqualTo("{\"x-handler\":\"stays\",\"$ref\":\"#/stays\"}");
    }

    @Test
    void addsTheProblemsThatAnOperationDoesNotDeclare() {
        JsonNode paths =
                published(
                                """
                                openapi: 3.1.0
                                security: [{basic: []}]
                                paths:
                                  /plain: {get: {security: []}}
                                  /optional: {get: {security: [{}, {basic: []}]}}
                                  /known: {get: {}}
                                  /shared: {parameters: [{name: n, in: query}], get: {security: []}}
                                  /body:
                                    post:
                                      requestBody: {content: {}}
                                      responses: {400: {description: mine}, 5XX: {description: mine}}
                                  /all: {post: {requestBody: {}, responses: {default: {}}}}
                                """)
                        .get("paths");

        assertThat(statuses(paths, "/plain")).containsExactly("500", "503", "504");
        assertThat(statuses(paths, "/optional")).containsExactly("500", "503", "504");
        assertThat(statuses(paths, "/known")).containsExactly("401", "403", "500", "503", "504");
        assertThat(statuses(paths, "/shared")).containsExactly("400", "500", "503", "504");
        assertThat(statuses(paths, "/body"))
                .containsExactly("400", "5XX", "401", "403", "413", "415");
        assertThat(paths.at("/~1body/post/responses/400/description").asString()).isEqualTo("mine");
        assertThat(statuses(paths, "/all")).containsExactly("default");
    }

    @Test
    void keepsWhatTheBundleCallsAProblem() {
        JsonNode document =
                published(
                        """
                        openapi: 3.1.0
                        paths: {/a: {get: {}}}
                        components:
                          schemas: {Problem: {type: string}}
                          responses: {GatewayTimeout: {description: mine}}
                        """);

        assertThat(document.at("/components/schemas/Problem/type").asString()).isEqualTo("string");
        assertThat(document.at("/paths/~1a/get/responses/504/$ref").asString())
                .isEqualTo("#/components/responses/GatewayTimeout2");
        JsonNode schema =
                document.at(
                        "/components/responses/GatewayTimeout2/content/application~1problem+json"
                                + "/schema/$ref");
        assertThat(schema.asString()).isEqualTo("#/components/schemas/Problem2");
        assertThat(document.at("/components/schemas/Problem2/properties").propertyNames())
                .contains("title", "status", "detail", "instance", "request", "errors");
    }

    @Test
    void definesTheSchemesThatTheDocumentNamesOnly() {
        JsonNode schemes =
                published(
                                """
                                openapi: 3.1.0
                                security: [{everybody: []}]
                                paths: {/a: {get: {security: [{key: [], login: []}]}}}
                                components:
                                  securitySchemes: {key: {type: apiKey, in: header, name: k}}
                                """)
                        .at("/components/securitySchemes");

        assertThat(schemes.at("/key/type").asString()).isEqualTo("apiKey");
        assertThat(schemes.at("/login/scheme").asString()).isEqualTo("basic");
        assertThat(schemes.at("/everybody/scheme").asString()).isEqualTo("basic");
    }

    @Test
    void saysInVersion31WhatIsSaidInVersion30() {
        JsonNode schemas =
                published(
                                """
                                openapi: 3.0.3
                                paths: {}
                                components:
                                  schemas:
                                    Text: {type: string, nullable: true, enum: [a, null]}
                                    Never: {type: string, nullable: false}
                                    Untyped: {nullable: true, allOf: [{$ref: '#/x'}]}
                                    Over: {type: number, minimum: 1, exclusiveMinimum: true}
                                    Under: {maximum: 9, exclusiveMaximum: false}
                                    Beside: {$ref: '#/x', nullable: true, description: d}
                                    Named:
                                      type: object
                                      properties: {nullable: {type: boolean, nullable: true}}
                                """)
                        .at("/components/schemas");

        assertThat(schemas.get("Text").toString())
                .isEqualTo("{\"type\":[\"string\",\"null\"],\"enum\":[\"a\",null]}");
        assertThat(schemas.get("Never").toString()).isEqualTo("{\"type\":\"string\"}");
        assertThat(schemas.get("Untyped").toString()).isEqualTo("{\"allOf\":[{\"$ref\":\"#/x\"}]}");
        assertThat(schemas.get("Over").toString())
                .isEqualTo("{\"type\":\"number\",\"exclusiveMinimum\":1}");
        assertThat(schemas.get("Under").toString()).isEqualTo("{\"maximum\":9}");
        assertThat(schemas.get("Beside").toString())
                .isEqualTo("{\"$ref\":\"#/x\",\"description\":\"d\"}");
        assertThat(schemas.at("/Named/properties/nullable").toString())
                .isEqualTo("{\"type\":[\"boolean\",\"null\"]}");
    }

    @Test
    void leavesVersion31AsItIsWritten() {
        JsonNode schema =
                published(
                                """
                                openapi: 3.1.0
                                paths: {}
                                components:
                                  schemas:
                                    A:
                                      $defs: {b: {const: 2020-01-01}}
                                      properties: {c: {default: null, examples: [yes, 1.50, 0x1]}}
                                      unevaluatedProperties: false
                                """)
                        .at("/components/schemas/A");

        assertThat(schema.toString())
                .isEqualTo(
                        "{\"$defs\":{\"b\":{\"const\":\"2020-01-01\"}},\"properties\":{\"c\":"
                                + "{\"default\":null,\"examples\":[\"yes\",1.50,\"0x1\"]}},"
                                + "\"unevaluatedProperties\":false}");
    }

    @Test
    void leavesOutTheServersOfElsewhere() {
        JsonNode document =
                published(
                        """
                        openapi: 3.1.0
                        servers: [{url: https://elsewhere.example}]
                        paths:
                          /a:
                            servers: [{url: https://elsewhere.example}]
                            get: {servers: [{url: https://elsewhere.example}]}
                        """);

        assertThat(document.toString()).doesNotContain("elsewhere");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openapi: [",
                "swagger: '2.0'",
                "- a",
                "",
                "openapi: 3.1.0\nx-a: &a {b: *a}",
                """
                openapi: 3.1.0
                a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
                b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
                c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
                d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
                e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
                f: [*e, *e, *e, *e, *e, *e, *e, *e, *e]
                """
            })
    void isEmptyIfItCannotBeRead(String document) {
        assertThat(published(document).isEmpty()).isTrue();
    }

    @Test
    void isEmptyWithoutAFile() {
        assertThat(new BundleDocument(new Bundle("test", "1", Map.of())).tree().isEmpty()).isTrue();
    }

    @Test
    void standsWhatIsOfTheWrongForm() {
        JsonNode document =
                published(
                        """
                        openapi: 3.1.0
                        info: none
                        tags: 5
                        security: basic
                        paths: {/a: , /b: [], /c: {get: , put: 3}, /d: {get: {responses: []}}}
                        components: [1]
                        """);

        assertThat(statuses(document.get("paths"), "/d")).containsExactly("500", "503", "504");
    }

    private ObjectNode published(String document) {
        files.put(BundleDocument.FILE, document.getBytes(UTF_8));
        return new BundleDocument(new Bundle("test", "1", files)).tree();
    }

    private static Iterable<String> statuses(JsonNode paths, String path) {
        return paths.get(path)
                .valueStream()
                .filter(operation -> operation.has("responses"))
                .findFirst()
                .orElseThrow()
                .get("responses")
                .propertyNames();
    }
}
