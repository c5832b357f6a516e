package dev.moonlet.http.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes one document of a bundle's and the service's own; the bundle's comes first. */
final class Merge {

    private static final Set<String> MADE =
            Set.of("openapi", "info", "servers", "tags", "paths", "components");

    /** What the Swagger UI shows operations under that have no tag. */
    private static final String UNTAGGED = "default";

    private final ObjectNode bundle;
    private final ObjectNode own;
    private final ObjectNode merged = JsonNodeFactory.instance.objectNode();

    private Merge(ObjectNode bundle, ObjectNode own) {
        this.bundle = bundle;
        this.own = own;
    }

    /**
     * @param bundle is not changed, and is part of the result
     * @param own is used up
     */
    static ObjectNode of(ObjectNode bundle, ObjectNode own) {
        return new Merge(bundle, own).merge();
    }

    private ObjectNode merge() {
        GiveWay.to(bundle, own);
        merged.put("openapi", "3.1.0");
        merged.set("info", bundle.path("info").isObject() ? bundle.get("info") : own.get("info"));
        merged.set("servers", own.get("servers"));
        bundle.properties().stream()
                .filter(property -> !MADE.contains(property.getKey()))
                .forEach(property -> merged.set(property.getKey(), property.getValue()));
        mergeTags();
        mergePaths();
        mergeComponents();
        return merged;
    }

    /** All tags of the bundle before the service's, for that is the order that people see. */
    private void mergeTags() {
        Map<String, JsonNode> tags = new LinkedHashMap<>();
        bundle.path("tags").forEach(tag -> tags.putIfAbsent(tag.path("name").asString(""), tag));
        Kind.DOCUMENT.walk(
                bundle,
                (object, kind) -> {
                    if (kind == Kind.OPERATION) {
                        JsonNode used = object.path("tags");
                        used.forEach(tag -> use(tag.asString(""), tags));
                        if (used.isEmpty()) {
                            use(UNTAGGED, tags);
                        }
                    }
                });
        own.path("tags").forEach(tag -> tags.putIfAbsent(tag.path("name").asString(""), tag));
        merged.putArray("tags").addAll(tags.values());
    }

    private void use(String tag, Map<String, JsonNode> tags) {
        tags.computeIfAbsent(tag, name -> merged.objectNode().put("name", name));
    }

    /** Of two equal paths only the service's own is ever served. */
    private void mergePaths() {
        ObjectNode paths = merged.putObject("paths");
        for (ObjectNode from : List.of(bundle, own)) {
            for (Map.Entry<String, JsonNode> path : from.path("paths").properties()) {
                if (path.getValue().isObject() || path.getKey().startsWith("x-")) {
                    paths.set(path.getKey(), path.getValue());
                }
            }
        }
    }

    private void mergeComponents() {
        ObjectNode components = merged.putObject("components");
        for (ObjectNode from : List.of(bundle, own)) {
            for (Map.Entry<String, JsonNode> section : from.path("components").properties()) {
                if (section.getValue() instanceof ObjectNode named) {
                    Trees.object(components, section.getKey()).setAll(named);
                } else {
                    components.set(section.getKey(), section.getValue());
                }
            }
        }
    }
}
