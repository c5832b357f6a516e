package dev.moonlet.http.contract;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what OpenAPI 3.0 says in words of its own in those of JSON Schema. */
final class Dialect30 {

    private static final Map<String, String> BOUNDS =
            Map.of("exclusiveMinimum", "minimum", "exclusiveMaximum", "maximum");

    private Dialect30() {}

    static void translate(ObjectNode schema) {
        BOUNDS.forEach((exclusive, bound) -> {
            JsonNode flag = schema.get(exclusive);
            if (flag != null && flag.isBoolean()) {
                schema.remove(exclusive);
                if (flag.booleanValue() && schema.has(bound)) {
                    schema.set(exclusive, schema.remove(bound));
                }
            }
        });
        JsonNode nullable = schema.remove("nullable");
        JsonNode type = schema.get("type");
        if (nullable != null && nullable.asBoolean() && type != null && type.isString()) {
            ArrayNode types = schema.putArray("type");
            types.add(type).add("null");
            if (schema.get("enum") instanceof ArrayNode values) {
                values.addNull();
            }
        }
    }
}
