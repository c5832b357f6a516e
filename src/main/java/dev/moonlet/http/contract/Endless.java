package dev.moonlet.http.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Finds schemas that lead back to themselves at the same value, which would never be checked. */
final class Endless {

    private static final List<String> SAME_VALUE = List.of("not", "if", "then", "else");
    private static final List<String> SAME_VALUE_EACH =
            List.of("allOf", "anyOf", "oneOf", "dependentSchemas");

    private final JsonNode definitions;
    private final Set<String> entered = new HashSet<>();
    private final Set<String> fine = new HashSet<>();

    private Endless(JsonNode definitions) {
        this.definitions = definitions;
    }

    static boolean is(JsonNode root, JsonNode definitions) {
        Endless search = new Endless(definitions);
        if (search.leadsBack(root)) {
            return true;
        }
        return definitions.propertyNames().stream().anyMatch(search::leadsBack);
    }

    private boolean leadsBack(String name) {
        if (fine.contains(name)) {
            return false;
        }
        if (!entered.add(name)) {
            return true;
        }
        boolean found = definitions.has(name) && leadsBack(definitions.get(name));
        entered.remove(name);
        fine.add(name);
        return found;
    }

    private boolean leadsBack(JsonNode schema) {
        JsonNode reference = schema.get("$ref");
        if (reference != null && leadsBack(reference.asString().substring("#/$defs/".length()))) {
            return true;
        }
        for (String keyword : SAME_VALUE) {
            if (schema.has(keyword) && leadsBack(schema.get(keyword))) {
                return true;
            }
        }
        for (String keyword : SAME_VALUE_EACH) {
            if (schema.has(keyword)
                    && schema.get(keyword).valueStream().anyMatch(this::leadsBack)) {
                return true;
            }
        }
        return false;
    }
}
