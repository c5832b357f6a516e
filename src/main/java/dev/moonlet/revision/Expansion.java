package dev.moonlet.revision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Tells how large a YAML document is with its aliases written out: who reads it sees them so. */
final class Expansion {

    /** A document without an alias has a value, and a character of one, at each of its own. */
    private static final long MOST = 2L * Document.LARGEST;

    private static final long ENDLESS = -1;

    private final Map<Node, Long> sizes = new HashMap<>();

    private Expansion() {}

    /** Why a document can't be read, if it can't. */
    static Optional<String> objection(Node root) {
        long size = new Expansion().size(root);
        if (size == ENDLESS) {
            return Optional.of("has an alias to what it stands in: write it out, or use $ref");
        }
        return size > MOST
                ? Optional.of(
                        "is larger than %d characters with its aliases written out".formatted(MOST))
                : Optional.empty();
    }

    /** What is looked at still is endless if it is met again. */
    private long size(Node node) {
        if (node instanceof ScalarNode scalar) {
            return 1L + scalar.getValue().length();
        }
        Long known = sizes.putIfAbsent(node, ENDLESS);
        if (known != null) {
            return known;
        }
        long size = 1;
        for (Node each : inner(node)) {
            long more = size(each);
            if (more == ENDLESS) {
                return ENDLESS;
            }
            size = Math.min(size + more, MOST + 1);
        }
        sizes.put(node, size);
        return size;
    }

    private static List<Node> inner(Node node) {
        return switch (node) {
            case MappingNode mapping ->
                    mapping.getValue().stream()
                            .flatMap(each -> Stream.of(each.getKeyNode(), each.getValueNode()))
                            .toList();
            case SequenceNode sequence -> sequence.getValue();
            default -> List.of();
        };
    }
}
