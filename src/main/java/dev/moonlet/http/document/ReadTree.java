package dev.moonlet.http.document;

import dev.moonlet.revision.Document;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a file as the tree that JSON has, to be published with whatever slips it has. */
final class ReadTree {

    /** Twice the largest public documents; aliases multiply, and trees take memory. */
    static final int MAX_NODES = 500_000;

    private static final int MAX_DEPTH = 200;

    private final JsonNodeFactory json = JsonNodeFactory.instance;
    private int nodes;

    private ReadTree() {}

    static JsonNode from(String file, byte[] content) throws Unpublishable {
        try {
            return new ReadTree().node(Document.parse(file, content), 0);
        } catch (Document.Unreadable unreadable) {
            throw new Unpublishable(String.valueOf(unreadable.getMessage()));
        }
    }

    private JsonNode node(Document value, int depth) throws Unpublishable {
        if (++nodes > MAX_NODES) {
            throw new Unpublishable("has more than %d values".formatted(MAX_NODES));
        }
        if (depth > MAX_DEPTH) {
            throw new Unpublishable("is nested deeper than %d levels".formatted(MAX_DEPTH));
        }
        if (value.isMapping()) {
            ObjectNode object = json.objectNode();
            for (Document.Entry entry : value.entries()) {
                object.set(entry.name(), node(entry.value(), depth + 1));
            }
            return object;
        }
        if (value.isSequence()) {
            ArrayNode array = json.arrayNode();
            for (Document item : value.items()) {
                array.add(node(item, depth + 1));
            }
            return array;
        }
        return scalar(value.scalar());
    }

    private JsonNode scalar(@Nullable Object value) {
        return switch (value) {
            case null -> json.nullNode();
            case Boolean truth -> json.booleanNode(truth);
            case BigInteger number -> json.numberNode(number);
            case BigDecimal number -> json.numberNode(number);
            default -> json.stringNode(value.toString());
        };
    }
}
