package dev.moonlet.http.contract;

import dev.moonlet.module.json.JsonSchema;
import dev.moonlet.revision.Document;
import dev.moonlet.revision.Unusable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads schemas of a document as JSON Schemas that need nothing else: what they refer to is in
 * their {@code $defs}, and what OpenAPI 3.0 says in words of its own is said in those of JSON
 * Schema.
 */
final class ReadSchema {

    /** Deeper schemas are made of aliases to themselves. */
    private static final int DEEPEST = 100;

    private final References references;
    private final boolean isDraft30;
    private final Map<String, JsonSchema> compiled = new HashMap<>();
    private final Map<String, JsonNode> trees = new HashMap<>();

    ReadSchema(References references, boolean isDraft30) {
        this.references = references;
        this.isDraft30 = isDraft30;
    }

    /** Which way what a schema describes goes: OpenAPI 3.0 asks for less of either. */
    enum Way {
        REQUEST("readOnly"),
        RESPONSE("writeOnly");

        private final String exempt;

        Way(String exempt) {
            this.exempt = exempt;
        }
    }

    /** The schema, compiled; it is compiled once for all operations that share it. */
    JsonSchema compiled(Document schema, Way way) throws Unusable {
        String place = way + References.place(schema);
        JsonSchema known = compiled.get(place);
        if (known == null) {
            known = compile(schema, tree(schema, way));
            compiled.put(place, known);
        }
        return known;
    }

    static JsonSchema compile(Document schema, JsonNode tree) throws Unusable {
        try {
            return JsonSchema.of(tree);
        } catch (IllegalArgumentException wrong) {
            throw new Unusable(schema.problem(String.valueOf(wrong.getMessage())));
        }
    }

    /** The schema with all that it refers to; nobody changes it, as it is read once. */
    JsonNode tree(Document schema, Way way) throws Unusable {
        String place = way + References.place(schema);
        JsonNode known = trees.get(place);
        if (known == null) {
            known = new Reading(way).whole(schema);
            trees.put(place, known);
        }
        return known;
    }

    /** One schema with all that it refers to. */
    private final class Reading {

        private final Way way;
        private final Map<String, String> names = new HashMap<>();
        private final Deque<Document> unread = new ArrayDeque<>();
        private final ObjectNode definitions = JsonNodeFactory.instance.objectNode();

        Reading(Way way) {
            this.way = way;
        }

        JsonNode whole(Document schema) throws Unusable {
            JsonNode root = schema(schema, 0);
            while (!unread.isEmpty()) {
                Document next = unread.removeFirst();
                definitions.set(name(next), schema(next, 0));
            }
            if (root instanceof ObjectNode object && !definitions.isEmpty()) {
                object.set("$defs", definitions);
            }
            refuseEndless(schema, root);
            return root;
        }

        private String name(Document target) {
            String place = References.place(target);
            String known = names.get(place);
            if (known == null) {
                known = String.valueOf(names.size());
                names.put(place, known);
                unread.addLast(target);
            }
            return known;
        }

        private JsonNode schema(Document schema, int depth) throws Unusable {
            if (schema.scalar() instanceof Boolean) {
                return Trees.of(schema);
            }
            if (!schema.isMapping() || depth > DEEPEST) {
                throw new Unusable(schema.problem("is no schema: write {type: string}"));
            }
            schema.only(_ -> true);
            ObjectNode tree = JsonNodeFactory.instance.objectNode();
            for (Document.Entry keyword : schema.entries()) {
                if (keyword.name().equals("$ref")) {
                    String name = name(references.target(keyword.value()));
                    tree.put("$ref", "#/$defs/" + name);
                } else {
                    read(keyword, tree, depth);
                }
            }
            return isDraft30 ? translated(schema, tree) : tree;
        }

        private void read(Document.Entry keyword, ObjectNode tree, int depth) throws Unusable {
            Document value = keyword.value();
            switch (Keywords.of(keyword)) {
                case SCHEMA -> tree.set(keyword.name(), schema(value, depth + 1));
                case SCHEMAS -> {
                    ArrayNode schemas = tree.putArray(keyword.name());
                    for (Document item : value.items()) {
                        schemas.add(schema(item, depth + 1));
                    }
                }
                case NAMED_SCHEMAS -> {
                    value.only(_ -> true);
                    ObjectNode schemas = tree.putObject(keyword.name());
                    for (Document.Entry each : value.entries()) {
                        schemas.set(each.name(), schema(each.value(), depth + 1));
                    }
                }
                case IGNORED -> {}
                default -> tree.set(keyword.name(), Trees.of(value));
            }
        }

        private ObjectNode translated(Document schema, ObjectNode tree) throws Unusable {
            if (tree.has("$ref")) {
                ObjectNode alone = JsonNodeFactory.instance.objectNode();
                alone.set("$ref", tree.get("$ref"));
                return alone;
            }
            Dialect30.translate(tree);
            if (tree.get("required") instanceof ArrayNode required) {
                Set<String> exempt = exempt(schema);
                for (int i = required.size() - 1; i >= 0; i--) {
                    if (exempt.contains(required.get(i).asString())) {
                        required.remove(i);
                    }
                }
            }
            return tree;
        }

        /** The properties that go the other way only. */
        private Set<String> exempt(Document schema) throws Unusable {
            Set<String> exempt = new HashSet<>();
            if (schema.at("properties").isPresent()) {
                for (Document.Entry property : schema.at("properties").get().entries()) {
                    Document value = property.value();
                    for (int i = 0; i < DEEPEST && value.at("$ref").isPresent(); i++) {
                        value = references.target(value.at("$ref").get());
                    }
                    if (Boolean.TRUE.equals(
                            value.at(way.exempt).map(Document::scalar).orElse(null))) {
                        exempt.add(property.name());
                    }
                }
            }
            return exempt;
        }

        private void refuseEndless(Document schema, JsonNode root) throws Unusable {
            if (Endless.is(root, definitions)) {
                throw new Unusable(
                        schema.problem(
                                "refers to itself without going deeper into a value: no value could"
                                        + " be checked"));
            }
        }
    }
}
