package dev.moonlet.http.contract;

import dev.moonlet.revision.Bundle;
import dev.moonlet.revision.Document;
import dev.moonlet.revision.Unusable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.util.StringUtils;

/** Follows the references of a document: inside it and to the other documents of its bundle. */
public final class References {

    /** What may stand beside a reference, because it changes nothing. */
    private static final Set<String> BESIDE = Set.of("$ref", "summary", "description");

    private static final Pattern ADDRESS = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*:|/|\\\\).*");

    private final Bundle bundle;
    private final Map<String, Document> files = new HashMap<>();

    public References(Bundle bundle, Document root) {
        this.bundle = bundle;
        files.put(root.file(), root);
    }

    /** What a value is, behind its references. */
    public Document follow(Document value) throws Unusable {
        Document found = value;
        Set<String> seen = new HashSet<>();
        for (Optional<Document> reference = value.at("$ref");
                reference.isPresent();
                reference = found.at("$ref")) {
            if (!seen.add(place(found))) {
                throw new Unusable(reference.get().problem("refers to itself"));
            }
            for (Document.Entry entry : found.entries()) {
                if (!BESIDE.contains(entry.name())) {
                    throw new Unusable(
                            entry.value().problem("stands beside $ref, where it has no effect"));
                }
            }
            found = target(reference.get());
        }
        return found;
    }

    /** What tells a value from all others of the bundle. */
    static String place(Document value) {
        return value.file() + "#" + value.pointer();
    }

    /** What a reference leads to, which may be a reference itself. */
    Document target(Document reference) throws Unusable {
        String text = reference.text().orElse("");
        int hash = text.indexOf('#');
        String file = file(reference, hash < 0 ? text : text.substring(0, hash));
        String pointer = hash < 0 ? "" : decoded(reference, text.substring(hash + 1));
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            throw new Unusable(
                    reference.problem(
                            "'%s' names an anchor: write a JSON pointer, '#/…'".formatted(text)));
        }
        return document(reference, file)
                .find(pointer)
                .orElseThrow(() ->
                        new Unusable(
                                reference.problem(
                                        "'%s' leads to nothing: %s has no %s"
                                                .formatted(text, file, pointer))));
    }

    private Document document(Document reference, String file) throws Unusable {
        Document known = files.get(file);
        if (known != null) {
            return known;
        }
        byte[] content = bundle.files().get(file);
        if (content == null || !file.startsWith("config/")) {
            throw new Unusable(
                    reference.problem(
                            "'%s' leads to nothing: the bundle has no document %s"
                                    .formatted(reference.text().orElse(""), file)));
        }
        try {
            Document document = Document.parse(file, content);
            files.put(file, document);
            return document;
        } catch (Document.Unreadable unreadable) {
            throw new Unusable(unreadable.problem());
        }
    }

    /** The file that a reference names, seen from where it stands. */
    private static String file(Document reference, String name) throws Unusable {
        if (name.isEmpty()) {
            return reference.file();
        }
        Deque<String> path = new ArrayDeque<>(List.of(reference.file().split("/", -1)));
        path.removeLast();
        boolean outside = ADDRESS.matcher(name).matches();
        for (String step : decoded(reference, name).split("/", -1)) {
            if (step.equals("..")) {
                outside |= path.pollLast() == null;
            } else if (!step.equals(".")) {
                path.addLast(step);
            }
        }
        if (outside) {
            throw new Unusable(
                    reference.problem(
                            "'%s' leaves the bundle: a reference names a document of it,"
                                            .formatted(reference.text().orElse(""))
                                    + " 'schemas/order.yaml#/Order'"));
        }
        return String.join("/", path);
    }

    private static String decoded(Document reference, String text) throws Unusable {
        try {
            return StringUtils.uriDecode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrong) {
            throw new Unusable(reference.problem("is not percent-encoded as it should be"));
        }
    }
}
