package dev.moonlet.http.document;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says in OpenAPI 3.1 what a document says in 3.0: the schemas are what differs. */
final class ToVersion31 {

    private ToVersion31() {}

    static boolean isNeeded(ObjectNode document) {
        return document.path("openapi").asString("").startsWith("3.0");
    }

    static void convert(ObjectNode document) {
        Kind.DOCUMENT.walk(
                document,
                (object, kind) -> {
                    if (kind == Kind.SCHEMA) {
                        schema(object);
                    }
                });
    }

    private static void schema(ObjectNode schema) {
        if (schema.has("$ref")) {
            // What stands beside a reference has no meaning in 3.0, and would get one.
            schema.retain("$ref", "description");
            return;
        }
        JsonNode nullable = schema.remove("nullable");
        JsonNode type = schema.path("type");
        // In 3.0 this widens the type that stands beside it, and nothing else.
        if (nullable != null && nullable.asBoolean(false) && type.isString()) {
            schema.putArray("type").add(type).add("null");
        }
        exclusive(schema, "exclusiveMinimum", "minimum");
        exclusive(schema, "exclusiveMaximum", "maximum");
    }

    private static void exclusive(ObjectNode schema, String exclusive, String bound) {
        if (schema.path(exclusive).isBoolean()) {
            boolean isExclusive = schema.remove(exclusive).booleanValue();
            if (isExclusive && schema.has(bound)) {
                schema.set(exclusive, schema.remove(bound));
            }
        }
    }
}
