package dev.moonlet.http.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives new names to what the service's own document calls by a name that means something else in
 * the bundle's.
 */
final class GiveWay {

    private final Map<String, String> references = new HashMap<>();
    private final Map<String, String> schemes = new HashMap<>();
    private final Set<String> operations = new HashSet<>();

    private GiveWay() {}

    static void to(ObjectNode bundle, ObjectNode own) {
        GiveWay names = new GiveWay();
        own.path("components")
                .properties()
                .forEach(section ->
                        names.rename(
                                section.getKey(),
                                section.getValue(),
                                bundle.path("components").path(section.getKey())));
        Kind.DOCUMENT.walk(
                bundle,
                (object, kind) -> {
                    if (kind == Kind.OPERATION) {
                        names.operations.add(object.path("operationId").asString(""));
                    }
                });
        Kind.DOCUMENT.walk(own, names::use);
    }

    private void rename(String section, JsonNode named, JsonNode taken) {
        if (!(named instanceof ObjectNode object)) {
            return;
        }
        for (String name : List.copyOf(object.propertyNames())) {
            if (taken.has(name) && !taken.path(name).equals(object.get(name))) {
                String other = Names.free(name, any -> taken.has(any) || object.has(any));
                object.set(other, object.remove(name));
                references.put(reference(section, name), reference(section, other));
                if (section.equals(Security.SCHEMES)) {
                    schemes.put(name, other);
                }
            }
        }
    }

    private static String reference(String section, String name) {
        return "#/components/%s/%s".formatted(section, name);
    }

    private void use(ObjectNode object, Kind kind) {
        String reference = object.path("$ref").asString("");
        if (references.containsKey(reference)) {
            object.put("$ref", references.get(reference));
        }
        if (kind == Kind.OPERATION) {
            String id = object.path("operationId").asString("");
            if (operations.contains(id)) {
                object.put("operationId", Names.free(id, operations::contains));
            }
            object.path("security").forEach(this::use);
        }
    }

    private void use(JsonNode alternative) {
        if (alternative instanceof ObjectNode named) {
            schemes.forEach((name, other) -> {
                if (named.has(name)) {
                    named.set(other, named.remove(name));
                }
            });
        }
    }
}
