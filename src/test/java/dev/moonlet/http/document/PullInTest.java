package dev.moonlet.http.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlet.revision.Bundle;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PullInTest {

    private final Map<String, byte[]> files = new HashMap<>();

    @Test
    void pullsInWhatOtherFilesDefine() {
        file(
                "config/schemas/order.yaml",
                """
                Order:
                  properties:
                    lines: {type: array, items: {$ref: '#/Line'}}
                    customer: {$ref: 'people/customer.json'}
                    total: {$ref: '../openapi.yaml#/components/schemas/Money'}
                Line: {type: string}
                """);
        file("config/schemas/people/customer.json", "{\"type\":\t\"object\"}");
        JsonNode document = published("schemas/order.yaml#/Order", "Line: {type: integer}");

        assertThat(reference(document)).isEqualTo("#/components/schemas/Order");
        JsonNode schemas = document.at("/components/schemas");
        assertThat(schemas.at("/Line/type").asString()).isEqualTo("integer");
        assertThat(schemas.at("/Line2/type").asString()).isEqualTo("string");
        assertThat(schemas.at("/customer/type").asString()).isEqualTo("object");
        assertThat(schemas.at("/Order/properties").toString())
                .isEqualTo(
                        "{\"lines\":{\"type\":\"array\",\"items\":"
                                + "{\"$ref\":\"#/components/schemas/Line2\"}},"
                                + "\"customer\":{\"$ref\":\"#/components/schemas/customer\"},"
                                + "\"total\":{\"$ref\":\"#/components/schemas/Money\"}}");
    }

    @Test
    void pullsInWhatRefersToItself() {
        file(
                "config/tree.yaml",
                """
                properties: {left: {$ref: '#'}, other: {$ref: 'leaf.yaml#/a~1b'}}
                discriminator: {propertyName: kind, mapping: {leaf: 'leaf.yaml#/a~1b', own: Own}}
                """);
        file("config/leaf.yaml", "a/b: {items: {$ref: tree.yaml}}");
        JsonNode document = published("tree.yaml", "");

        assertThat(reference(document)).isEqualTo("#/components/schemas/tree");
        JsonNode schemas = document.at("/components/schemas");
        assertThat(schemas.at("/tree/properties/left/$ref").asString())
                .isEqualTo("#/components/schemas/tree");
        assertThat(schemas.at("/a_1b/items/$ref").asString())
                .isEqualTo("#/components/schemas/tree");
        assertThat(schemas.at("/tree/discriminator/mapping").toString())
                .isEqualTo("{\"leaf\":\"#/components/schemas/a_1b\",\"own\":\"Own\"}");
    }

    @Test
    void putsWhatIsPulledInWhereItBelongs() {
        file(
                "config/parts.yaml",
                "p: {name: n, in: query, schema: {$ref: '#/s'}}\ns: {type: string}");
        file(
                "config/openapi.yaml",
                """
                openapi: 3.1.0
                paths:
                  /a:
                    get:
                      parameters: [{$ref: 'parts.yaml#/p'}]
                      responses: {'200': {$ref: 'parts.yaml#/nowhere'}}
                """);
        JsonNode document = published();

        assertThat(document.at("/paths/~1a/get/parameters/0/$ref").asString())
                .isEqualTo("#/components/parameters/p");
        assertThat(document.at("/components/parameters/p/schema/$ref").asString())
                .isEqualTo("#/components/schemas/s");
        assertThat(document.at("/paths/~1a/get/responses/200/$ref").asString())
                .isEqualTo("parts.yaml#/nowhere");
    }

    @Test
    void publishesPathsOfOtherFilesAtTheirPlace() {
        file(
                "config/paths/a.yaml",
                """
                get:
                  x-handler: h.f
                  responses: {'200': {content: {a/b: {schema: {$ref: '../s.yaml'}}}}}
                """);
        file("config/s.yaml", "{type: string, x-profile: full}");
        file(
                "config/openapi.yaml",
                """
                openapi: 3.1.0
                paths:
                  /a: {$ref: paths/a.yaml, summary: mine}
                  /b: {$ref: '#/components/pathItems/b'}
                  /c: {$ref: '#/paths/~1c'}
                components: {pathItems: {b: {$ref: './paths/a.yaml'}}}
                """);
        JsonNode document = published();

        assertThat(document.at("/paths/~1a/summary").asString()).isEqualTo("mine");
        for (String path : new String[] {"/a", "/b"}) {
            JsonNode responses = document.get("paths").get(path).at("/get/responses");
            assertThat(responses.at("/200/content/a~1b/schema/$ref").asString())
                    .isEqualTo("#/components/schemas/s");
            assertThat(responses.has("504")).isTrue();
        }
        assertThat(document.toString()).doesNotContain("x-handler", "x-profile");
    }

    @Test
    void goesNoFurtherThanTheBundle() {
        JsonNode document = published("https://example.com/a.yaml#/A", "");
        assertThat(reference(document)).isEqualTo("https://example.com/a.yaml#/A");

        assertThat(reference(published("../../etc/passwd", ""))).isEqualTo("../../etc/passwd");
        assertThat(reference(published("%zz.yaml#no-pointer", "")))
                .isEqualTo("%zz.yaml#no-pointer");
    }

    @Test
    void refusesWhatGrowsWithoutEnd() {
        file("config/big.yaml", "a: {b: {c: {d: {e: {text: " + "x".repeat(900_000) + "}}}}}");
        StringBuilder all = new StringBuilder("{oneOf: [");
        String[] pointers = {"", "/a", "/a/b", "/a/b/c", "/a/b/c/d", "/a/b/c/d/e"};
        for (int i = 0; i < 20; i++) {
            file("config/big" + i + ".yaml", new String(files.get("config/big.yaml"), UTF_8));
            for (String pointer : pointers) {
                all.append("{$ref: 'big").append(i).append(".yaml#").append(pointer).append("'},");
            }
        }
        file("config/all.yaml", all.append("]}").toString());

        assertThat(published("all.yaml", "").isEmpty()).isTrue();
    }

    private void file(String path, String content) {
        files.put(path, content.getBytes(UTF_8));
    }

    /** A document with one schema that refers to another, and more schemas. */
    private JsonNode published(String reference, String schemas) {
        file(
                "config/openapi.yaml",
                "openapi: 3.1.0\npaths: {}\ncomponents:\n  schemas:\n    Money: {type: number}\n"
                        + "    It: {properties: {it: {$ref: '"
                        + reference
                        + "'}}}\n"
                        + schemas.indent(4));
        return published();
    }

    private JsonNode published() {
        return new BundleDocument(new Bundle("test", "1", files)).tree();
    }

    private static String reference(JsonNode document) {
        return document.at("/components/schemas/It/properties/it/$ref").asString();
    }
}
