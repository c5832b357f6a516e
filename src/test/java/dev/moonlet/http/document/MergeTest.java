package dev.moonlet.http.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class MergeTest {

    private static final String OWN =
            """
            openapi: 3.1.0
            info: {title: Own}
            servers: [{url: http://here}]
            tags: [{name: Actuator}, {name: Both, description: own}]
            paths:
              /actuator:
                get: {operationId: links, responses: {'200': {$ref: '#/components/responses/R'}}}
              /actuator/info: {get: {operationId: info}}
            components:
              responses: {R: {content: {a/b: {schema: {$ref: '#/components/schemas/Link'}}}}}
              schemas: {Link: {type: object}, Same: {type: string}}
            """;

    @Test
    void keepsBothOfANameThatMeansTwoThings() throws Unpublishable {
        JsonNode merged =
                merged(
                        """
                        openapi: 3.1.0
                        paths: {/a: {get: {operationId: links}}}
                        components:
                          schemas: {Link: {type: string}, Link2: {type: array}, Same: {type: string}}
                        """);

        JsonNode schemas = merged.at("/components/schemas");
        assertThat(schemas.propertyNames())
                .containsExactlyInAnyOrder("Link", "Link2", "Same", "Link3", "Problem");
        assertThat(schemas.at("/Link/type").asString()).isEqualTo("string");
        assertThat(schemas.at("/Link3/type").asString()).isEqualTo("object");
        assertThat(merged.at("/components/responses/R/content/a~1b/schema/$ref").asString())
                .isEqualTo("#/components/schemas/Link3");
        assertThat(merged.at("/paths/~1a/get/operationId").asString()).isEqualTo("links");
        assertThat(merged.at("/paths/~1actuator/get/operationId").asString()).isEqualTo("links2");
    }

    @Test
    void putsTheBundleFirst() throws Unpublishable {
        JsonNode merged =
                merged(
                        """
                        openapi: 3.0.1
                        info: {title: Mine}
                        security: [{key: []}]
                        tags: [{name: Both, description: mine}]
                        webhooks: {w: {}}
                        x-audience: all
                        paths: {/z: {get: {tags: [New]}, put: {}}, /null: , /actuator/info: {get: {operationId: mine}}}
                        """);

        assertThat(merged.path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(merged.at("/info/title").asString()).isEqualTo("Mine");
        assertThat(merged.at("/servers/0/url").asString()).isEqualTo("http://here");
        assertThat(merged.path("tags").toString())
                .isEqualTo(
                        "[{\"name\":\"Both\",\"description\":\"mine\"},{\"name\":\"New\"},"
                                + "{\"name\":\"default\"},{\"name\":\"Actuator\"}]");
        assertThat(merged.has("webhooks")).isTrue();
        assertThat(merged.has("x-audience")).isTrue();
        assertThat(merged.path("paths").propertyNames())
                .containsExactly("/z", "/actuator/info", "/actuator");
        assertThat(merged.at("/paths/~1actuator~1info/get/operationId").asString())
                .isEqualTo("info");
    }

    @Test
    void saysWhoMayCallTheServicesOwn() throws Unpublishable {
        JsonNode merged =
                merged(
                        """
                        openapi: 3.1.0
                        security: [{basic: []}]
                        paths: {}
                        components: {securitySchemes: {basic: {type: apiKey}}}
                        """);

        assertThat(merged.at("/paths/~1actuator~1info/get/security").toString()).isEqualTo("[]");
        assertThat(merged.at("/paths/~1actuator/get/security").toString())
                .isEqualTo("[{\"basic2\":[\"operator\"]}]");
        assertThat(merged.at("/paths/~1actuator/get/responses").propertyNames())
                .containsExactly("200", "401", "403");
        assertThat(merged.at("/components/securitySchemes/basic/type").asString())
                .isEqualTo("apiKey");
        assertThat(merged.at("/components/securitySchemes/basic2/scheme").asString())
                .isEqualTo("basic");
    }

    private static JsonNode merged(String bundle) throws Unpublishable {
        ObjectNode own = read(OWN);
        OwnDocument.complete(own);
        return Merge.of(read(bundle), own);
    }

    private static ObjectNode read(String document) throws Unpublishable {
        return (ObjectNode) ReadTree.from("test.yaml", document.getBytes(UTF_8));
    }
}
