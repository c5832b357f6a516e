package dev.moonlet.http.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.module.json.JsonSchema;
import dev.moonlet.revision.Unusable;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Schemas of bodies, with all that they refer to. */
class ReadSchemaTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    {type: string, nullable: true}                       ; null  ; true
                    {type: string, nullable: true, enum: [a]}            ; null  ; true
                    {type: string}                                       ; null  ; false
                    {type: integer, minimum: 3, exclusiveMinimum: true}  ; 3     ; false
                    {type: integer, minimum: 3, exclusiveMinimum: true}  ; 4     ; true
                    {type: integer, minimum: 3, exclusiveMinimum: false} ; 3     ; true
                    {type: integer, maximum: 3, exclusiveMaximum: true}  ; 3     ; false
                    {type: integer, example: x, xml: {name: a}}          ; 3     ; true
                    {required: [a], properties: {a: {readOnly: true}}}   ; {}    ; true
                    {required: [a], properties: {a: {writeOnly: true}}}  ; {}    ; false
                    """)
    void readsTheDialectOfOpenApi30(String schema, String value, boolean fits) throws Unusable {
        assertThat(fits("3.0.3", schema, value)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    {type: [string, 'null']}                             ; null         ; true
                    {exclusiveMinimum: 3}                                ; 3            ; false
                    {required: [a], properties: {a: {readOnly: true}}}   ; {}           ; false
                    {prefixItems: [{type: integer}], items: false}       ; [1, 2]       ; false
                    {if: {type: integer}, then: {minimum: 3}}            ; 2            ; false
                    {dependentRequired: {a: [b]}}                        ; {"a": 1}     ; false
                    {patternProperties: {'^x': {type: integer}}}         ; {"xa": "b"}  ; false
                    {properties: {a: {}}, unevaluatedProperties: false}  ; {"b": 1}     ; false
                    {properties: {$ref: {type: integer}}}                ; {"$ref": 1}  ; true
                    {enum: [no, 010, '1']}                               ; "no"         ; true
                    {const: {a: [1, null]}}                              ; {"a": [1, null]} ; true
                    {type: string, format: date}                         ; "2020-13-01" ; false
                    true                                                 ; 1            ; true
                    false                                                ; 1            ; false
                    """)
    void readsTheDialectOfOpenApi31(String schema, String value, boolean fits) throws Unusable {
        assertThat(fits("3.1.0", schema, value)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    https://example.com/a.yaml        ; leaves the bundle
                    file:///etc/passwd                ; leaves the bundle
                    /etc/passwd                       ; leaves the bundle
                    //example.com/a.yaml              ; leaves the bundle
                    ../../../etc/passwd               ; leaves the bundle
                    ..%2F..%2F..%2Fetc/passwd         ; leaves the bundle
                    ../lua/handlers.lua               ; the bundle has no document lua/handlers.lua
                    other.yaml                        ; the bundle has no document config/other.yaml
                    '#/components/schemas/None'       ; config/openapi.yaml has no /components/schemas/None
                    '#anchor'                         ; names an anchor: write a JSON pointer
                    broken.yaml                       ; config/broken.yaml:1
                    '#/components/schemas/Loop'       ; refers to itself without going deeper
                    '#/components/schemas/Choice'     ; refers to itself without going deeper
                    odd.yaml                          ; config/odd.yaml:2 at /properties/a/typ: is no keyword
                    """)
    void refusesReferencesThatLeadNowhere(String reference, String problem) {
        assertThatThrownBy(() -> schema("3.1.0", "{$ref: '%s'}".formatted(reference)))
                .isInstanceOf(Unusable.class)
                .satisfies(thrown ->
                        assertThat(((Unusable) thrown).problem().toString()).contains(problem));
    }

    @Test
    void followsReferencesOverFilesFromWhereTheyStand() throws Unusable {
        JsonSchema schema = schema("3.1.0", "{$ref: 'schemas/order.json#/a~1b'}");

        assertThat(
                        schema.check(
                                json(
                                        "{\"item\":{\"name\":1},\"next\":{\"item\":{\"name\":\"\"}}}")))
                .extracting(reason -> reason.pointer())
                .containsExactly("/item/name");
    }

    @Test
    void refusesAParameterThatIsACycle() {
        assertThatThrownBy(() ->
                        Operation.of(
                                "3.1.0",
                                "parameters: [{$ref: '#/components/parameters/a'}]",
                                Map.of(
                                        "components",
                                        "components: {parameters: {a: {$ref:"
                                                + " '#/components/parameters/b'}, b: {$ref:"
                                                + " '#/components/parameters/a'}}}")))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("refers to itself");
    }

    @Test
    void refusesAliasesThatAreCycles() {
        assertThatThrownBy(() -> schema("3.1.0", "&a {properties: {b: *a}}"))
                .hasMessageContaining("has an alias to what it stands in");
        assertThatThrownBy(() -> schema("3.1.0", "{const: &a [*a]}"))
                .hasMessageContaining("has an alias to what it stands in");
    }

    private static boolean fits(String version, String schema, String value) throws Unusable {
        return schema(version, schema).check(json(value)).isEmpty();
    }

    private static JsonNode json(String text) {
        return MAPPER.readTree(text);
    }

    private static JsonSchema schema(String version, String schema) throws Unusable {
        Operation operation =
                Operation.of(
                        version,
                        "requestBody: {content: {application/json: {schema: %s}}}"
                                .formatted(schema),
                        Map.of(
                                "components",
                                """
                                components:
                                  schemas:
                                    Loop: {allOf: [{$ref: '#/components/schemas/Loop'}]}
                                    Choice: {items: {anyOf: [{$ref: '#/components/schemas/Loop'}]}}
                                """,
                                "config/broken.yaml",
                                "a: b: c",
                                "config/odd.yaml",
                                "properties:\n  a: {typ: integer}",
                                "lua/handlers.lua",
                                "return {}",
                                "config/schemas/order.json",
                                """
                                {"a/b": {"properties": {
                                  "item": {"$ref": "../item.yml"},
                                  "next": {"$ref": "order.json#/a~1b"}}}}
                                """,
                                "config/item.yml",
                                "properties: {name: {type: string}}"));
        return Objects.requireNonNull(operation.contract().bodies().types().getFirst().schema());
    }
}
