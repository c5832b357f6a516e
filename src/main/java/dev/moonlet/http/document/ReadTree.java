package dev.moonlet.http.document;

import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a file as the tree that JSON has. Scalars are those of YAML 1.2: a date is a text, and so
 * is {@code yes}.
 */
final class ReadTree {

    /** Five times the largest public documents; aliases multiply, and trees take memory. */
    static final int MAX_NODES = 500_000;

    private static final int MAX_DEPTH = 200;

    private static final Pattern NULL = Pattern.compile("~|null|Null|NULL|");
    private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,400}");
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?");

    private final JsonNodeFactory json = JsonNodeFactory.instance;
    private int nodes;

    private ReadTree() {}

    /**
     * @param name tells JSON from YAML by its ending
     */
    static JsonNode from(String name, byte[] content) throws Unpublishable {
        try {
            if (name.endsWith(".json")) {
                return new JsonMapper().readTree(content);
            }
            Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            String text = new String(content, StandardCharsets.UTF_8);
            Node root = yaml.compose(new StringReader(text));
            return root == null
                    ? JsonNodeFactory.instance.nullNode()
                    : new ReadTree().node(root, 0);
        } catch (JacksonException wrong) {
            throw new Unpublishable(wrong.getOriginalMessage());
        } catch (YAMLException wrong) {
            throw new Unpublishable(String.valueOf(wrong.getMessage()));
        }
    }

    private JsonNode node(Node yaml, int depth) throws Unpublishable {
        if (++nodes > MAX_NODES) {
            throw new Unpublishable("has more than %d values".formatted(MAX_NODES));
        }
        if (depth > MAX_DEPTH) {
            throw new Unpublishable("is nested deeper than %d levels".formatted(MAX_DEPTH));
        }
        return switch (yaml) {
            case MappingNode mapping -> object(mapping, depth);
            case SequenceNode sequence -> array(sequence, depth);
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new Unpublishable("has a value of no known kind");
        };
    }

    private ObjectNode object(MappingNode mapping, int depth) throws Unpublishable {
        ObjectNode object = json.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                object.set(key.getValue(), node(tuple.getValueNode(), depth + 1));
            }
        }
        return object;
    }

    private ArrayNode array(SequenceNode sequence, int depth) throws Unpublishable {
        ArrayNode array = json.arrayNode();
        for (Node item : sequence.getValue()) {
            array.add(node(item, depth + 1));
        }
        return array;
    }

    private JsonNode scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        if (!scalar.isPlain() || scalar.getTag().equals(Tag.STR)) {
            return json.stringNode(text);
        }
        if (NULL.matcher(text).matches()) {
            return json.nullNode();
        }
        if (BOOLEAN.matcher(text).matches()) {
            return json.booleanNode(Boolean.parseBoolean(text));
        }
        if (INTEGER.matcher(text).matches()) {
            return json.numberNode(new BigInteger(text));
        }
        return NUMBER.matcher(text).matches()
                ? json.numberNode(new BigDecimal(text))
                : json.stringNode(text);
    }
}
