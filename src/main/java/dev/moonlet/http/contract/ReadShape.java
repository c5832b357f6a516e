package dev.moonlet.http.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads from a schema what the texts are that it describes. */
final class ReadShape {

    /** Texts have no deeper structure; schemas may be cycles. */
    private static final int DEEPEST = 8;

    private static final Map<String, Integer> SCALARS =
            Map.of(
                    "integer", Shape.Scalar.INTEGER,
                    "number", Shape.Scalar.NUMBER,
                    "boolean", Shape.Scalar.BOOLEAN,
                    "string", Shape.Scalar.STRING);

    private final JsonNode root;

    private ReadShape(JsonNode root) {
        this.root = root;
    }

    static Shape of(JsonNode schema) {
        return new ReadShape(schema).shape(schema, 0);
    }

    private Shape shape(JsonNode schema, int depth) {
        List<JsonNode> parts = new ArrayList<>();
        collect(schema, parts, depth);
        Set<String> types = new TreeSet<>();
        parts.forEach(part -> types.addAll(types(part)));
        if (types.contains("array")) {
            JsonNode items = first(parts, "items");
            return new Shape.Items(items == null ? Shape.TEXT : deeper(items, depth));
        }
        if (types.contains("object")) {
            return fields(parts, depth);
        }
        int scalars = types.stream().mapToInt(type -> SCALARS.getOrDefault(type, 0)).sum();
        return scalars == 0 ? Shape.TEXT : new Shape.Scalar(scalars);
    }

    private Shape fields(List<JsonNode> parts, int depth) {
        Map<String, Shape> known = new HashMap<>();
        for (JsonNode part : parts) {
            JsonNode properties = part.get("properties");
            if (properties != null) {
                properties.forEachEntry((name, each) -> known.put(name, deeper(each, depth)));
            }
        }
        JsonNode others = first(parts, "additionalProperties");
        return new Shape.Fields(
                known, others != null && others.isObject() ? deeper(others, depth) : Shape.TEXT);
    }

    private Shape deeper(JsonNode schema, int depth) {
        return depth == DEEPEST ? Shape.TEXT : shape(schema, depth + 1);
    }

    /** The schema and all that say something of the same value. */
    private void collect(JsonNode schema, List<JsonNode> parts, int depth) {
        parts.add(schema);
        if (depth > DEEPEST || parts.size() > 100) {
            return;
        }
        if (schema.has("$ref")) {
            collect(root.at(schema.get("$ref").asString().substring(1)), parts, depth + 1);
        }
        for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
            if (schema.has(keyword)) {
                schema.get(keyword).forEach(each -> collect(each, parts, depth + 1));
            }
        }
    }

    private static Set<String> types(JsonNode schema) {
        Set<String> types = new TreeSet<>();
        JsonNode type = schema.get("type");
        if (type != null) {
            (type.isArray() ? type.values() : List.of(type))
                    .forEach(each -> types.add(each.asString()));
        } else if (schema.has("properties")) {
            types.add("object");
        } else if (schema.has("items")) {
            types.add("array");
        } else if (schema.has("enum")) {
            schema.get("enum").forEach(each -> types.add(type(each)));
        } else if (schema.has("const")) {
            types.add(type(schema.get("const")));
        }
        return types;
    }

    private static String type(JsonNode value) {
        return value.isIntegralNumber()
                ? "integer"
                : value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable JsonNode first(List<JsonNode> parts, String keyword) {
        for (JsonNode part : parts) {
            if (part.has(keyword)) {
                return part.get(keyword);
            }
        }
        return null;
    }
}
