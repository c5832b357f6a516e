package dev.moonlet.http.contract;

import dev.moonlet.revision.Document;
import dev.moonlet.revision.Unusable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values as JSON trees. */
final class Trees {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Deeper values are made of references to themselves. */
    private static final int DEEPEST = 100;

    private Trees() {}

    /** A value of a document. */
    static JsonNode of(Document value) throws Unusable {
        return of(value, 0);
    }

    private static JsonNode of(Document value, int depth) throws Unusable {
        if (depth > DEEPEST) {
            throw new Unusable(value.problem("is nested too deeply"));
        }
        if (value.isSequence()) {
            ArrayNode items = NODES.arrayNode();
            for (Document item : value.items()) {
                items.add(of(item, depth + 1));
            }
            return items;
        }
        if (value.isMapping()) {
            value.only(_ -> true);
            ObjectNode fields = NODES.objectNode();
            for (Document.Entry entry : value.entries()) {
                fields.set(entry.name(), of(entry.value(), depth + 1));
            }
            return fields;
        }
        return of(value.scalar());
    }

    /** A plain value: a text, a number, a boolean, null, a list or a map of such. */
    static JsonNode of(@Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case String text -> NODES.stringNode(text);
            case Boolean truth -> NODES.booleanNode(truth);
            case Long number -> NODES.numberNode(number);
            case Double number -> NODES.numberNode(number);
            case BigInteger number ->
                    number.bitLength() < Long.SIZE
                            ? NODES.numberNode(number.longValue())
                            : NODES.numberNode(number);
            case BigDecimal number -> NODES.numberNode(number);
            case List<?> list -> {
                ArrayNode items = NODES.arrayNode();
                list.forEach(item -> items.add(of(item)));
                yield items;
            }
            case Map<?, ?> map -> {
                ObjectNode fields = NODES.objectNode();
                map.forEach((name, field) -> fields.set((String) name, of(field)));
                yield fields;
            }
            default -> throw new IllegalArgumentException(value.getClass().getName());
        };
    }

    /** The plain value of a tree; integers beyond 64 bits are floats. */
    static @Nullable Object plain(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> node.stringValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER ->
                    node.isIntegralNumber() && node.canConvertToLong()
                            ? (Object) node.longValue()
                            : (Object) node.doubleValue();
            case ARRAY -> {
                List<@Nullable Object> items = new ArrayList<>();
                node.forEach(item -> items.add(plain(item)));
                yield items;
            }
            case OBJECT -> {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                node.forEachEntry((name, field) -> fields.put(name, plain(field)));
                yield fields;
            }
            default -> null;
        };
    }
}
