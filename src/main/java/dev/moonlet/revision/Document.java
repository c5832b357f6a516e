package dev.moonlet.revision;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A value in a YAML file that knows its file, line and JSON pointer, so that what is wrong with it
 * can be told.
 */
public final class Document {

    /** The API of GitHub is described in seven million bytes. */
    public static final int LARGEST = 16 << 20;

    /** A slash behind an odd number of backslashes. */
    private static final Pattern SLASHES = Pattern.compile("((?<!\\\\)(?:\\\\\\\\)*)\\\\/");

    /** Smaller mappings are searched. */
    private static final int LARGE = 50;

    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

    private final String file;
    private final String pointer;
    private final Node node;

    /** What the large mappings of the document have by name: some are asked for each of theirs. */
    private final Map<Node, Map<String, NodeTuple>> named;

    private Document(String file, String pointer, Node node) {
        this(file, pointer, node, new ConcurrentHashMap<>());
    }

    private Document(
            String file, String pointer, Node node, Map<Node, Map<String, NodeTuple>> named) {
        this.file = file;
        this.pointer = pointer;
        this.node = node;
        this.named = named;
    }

    /** A name in a mapping, and what it stands for. */
    public record Entry(String name, Document value) {}

    /** The file can't be read as YAML. */
    public static final class Unreadable extends Exception {

        private final transient Problem problem;

        private Unreadable(Problem problem) {
            super(problem.reason());
            this.problem = problem;
        }

        public Problem problem() {
            return problem;
        }
    }

    public static Document parse(String file, byte[] content) throws Unreadable {
        String text = text(file, content);
        try {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(LARGEST);
            Yaml yaml = new Yaml(new SafeConstructor(options));
            Node node = yaml.compose(new StringReader(text));
            if (node == null) {
                throw new Unreadable(new Problem(file, 0, "is empty"));
            }
            Optional<String> objection = Expansion.objection(node);
            if (objection.isPresent()) {
                throw new Unreadable(new Problem(file, 0, objection.get()));
            }
            return new Document(file, "", node);
        } catch (MarkedYAMLException wrong) {
            int line = wrong.getProblemMark() == null ? 0 : wrong.getProblemMark().getLine() + 1;
            throw new Unreadable(new Problem(file, line, String.valueOf(wrong.getProblem())));
        } catch (YAMLException wrong) {
            throw new Unreadable(new Problem(file, 0, String.valueOf(wrong.getMessage())));
        }
    }

    /** JSON is YAML but for its tabs, which stand between values only, and its escaped slashes. */
    private static String text(String file, byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        return file.endsWith(".json")
                ? SLASHES.matcher(text.replace('\t', ' ')).replaceAll("$1/")
                : text;
    }

    /**
     * What was not read from a file.
     *
     * @param origin where people find it
     * @param tree maps, lists and texts
     */
    public static Document of(String origin, Map<String, ?> tree) {
        return new Document(origin, "", new Yaml().represent(tree));
    }

    public String file() {
        return file;
    }

    /** The JSON pointer of this in its file. */
    public String pointer() {
        return pointer;
    }

    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    public boolean isSequence() {
        return node instanceof SequenceNode;
    }

    /** What stands under a name, be it null, if this is a mapping that has it. */
    public Optional<Document> at(String name) {
        if (node instanceof MappingNode mapping && mapping.getValue().size() > LARGE) {
            return Optional.ofNullable(named.computeIfAbsent(node, _ -> byName(mapping)).get(name))
                    .map(tuple -> child(name, tuple));
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
                    return Optional.of(child(name, tuple));
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, NodeTuple> byName(MappingNode mapping) {
        Map<String, NodeTuple> named = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                named.putIfAbsent(key.getValue(), tuple);
            }
        }
        return named;
    }

    /** What a JSON pointer leads to from here. */
    public Optional<Document> find(String pointer) {
        Optional<Document> found = Optional.of(this);
        if (!pointer.isEmpty()) {
            for (String token : pointer.substring(1).split("/", -1)) {
                String name = token.replace("~1", "/").replace("~0", "~");
                found = found.flatMap(here -> here.isSequence() ? here.item(name) : here.at(name));
            }
        }
        return found;
    }

    private Optional<Document> item(String index) {
        return node instanceof SequenceNode sequence
                        && INDEX.matcher(index).matches()
                        && Integer.parseInt(index) < sequence.getValue().size()
                ? Optional.of(child(index, sequence.getValue().get(Integer.parseInt(index))))
                : Optional.empty();
    }

    /** The names of a mapping in their order; nothing for any other value. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    entries.add(new Entry(key.getValue(), child(key.getValue(), tuple)));
                }
            }
        }
        return entries;
    }

    /** The items of a sequence; nothing for any other value. */
    public List<Document> items() {
        List<Document> items = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                items.add(child(String.valueOf(items.size()), item));
            }
        }
        return items;
    }

    /** The text of a scalar, whatever it would be read as. */
    public Optional<String> text() {
        return node instanceof ScalarNode scalar
                ? Optional.of(scalar.getValue())
                : Optional.empty();
    }

    /** The value of a scalar, as {@link Scalars} read it; null for anything else as well. */
    public @Nullable Object scalar() {
        return node instanceof ScalarNode scalar ? Scalars.value(scalar) : null;
    }

    /**
     * What a mapping has that would be read in silence as something else: a name twice, a key that
     * is no text, or the names of another mapping.
     *
     * @param known tells the names that may stand here
     */
    public List<Problem> slips(Predicate<String> known) {
        List<Problem> slips = new ArrayList<>();
        if (node instanceof MappingNode mapping && mapping.getValue().size() > entries().size()) {
            slips.add(problem("has a key that is no text"));
        }
        Set<String> seen = new HashSet<>();
        for (Entry entry : entries()) {
            if (entry.name().equals("<<")) {
                slips.add(entry.value().problem("is not merged: write it out"));
            } else if (!seen.add(entry.name())) {
                slips.add(entry.value().problem("stands here a second time"));
            } else if (!known.test(entry.name())) {
                slips.add(entry.value().problem("is not known here; is it misspelt?"));
            }
        }
        return slips;
    }

    /** Takes no names but those that may stand here. */
    public void only(Predicate<String> known) throws Unusable {
        Optional<Problem> slip = slips(known).stream().findFirst();
        if (slip.isPresent()) {
            throw new Unusable(slip.get());
        }
    }

    public Problem problem(String reason) {
        int line = node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
        return new Problem(file, line, pointer, reason);
    }

    private Document child(String name, NodeTuple tuple) {
        return child(name.replace("~", "~0").replace("/", "~1"), tuple.getValueNode());
    }

    private Document child(String token, Node value) {
        return new Document(file, pointer + "/" + token, value, named);
    }
}
