package dev.moonlet.http.document;

import dev.moonlet.revision.Bundle;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.StringUtils;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** The files of a bundle, by what refers to places in them. */
final class BundleFiles {

    private static final Logger LOG = LoggerFactory.getLogger(BundleFiles.class);

    private final Bundle bundle;
    private final Map<String, Optional<JsonNode>> trees = new HashMap<>();

    BundleFiles(Bundle bundle) {
        this.bundle = bundle;
    }

    /**
     * What a reference means.
     *
     * @param pointer a JSON pointer, as the fragment of the reference has it
     */
    record Target(String file, String pointer) {

        /** The target of a reference that stands in a file. */
        static Target of(String reference, String in) {
            int hash = reference.indexOf('#');
            String path = hash < 0 ? reference : reference.substring(0, hash);
            String pointer = hash < 0 ? "" : reference.substring(hash + 1);
            return path.isEmpty() || path.contains(":")
                    ? new Target(path.isEmpty() ? in : path, pointer)
                    : new Target(
                            StringUtils.cleanPath(StringUtils.applyRelativePath(in, decoded(path))),
                            pointer);
        }
    }

    Optional<JsonNode> find(Target target) {
        String pointer = decoded(target.pointer());
        return pointer.isEmpty() || pointer.startsWith("/")
                ? trees.computeIfAbsent(target.file(), this::read)
                        .map(tree -> tree.at(JsonPointer.compile(pointer)))
                        .filter(found -> !found.isMissingNode())
                : Optional.empty();
    }

    private Optional<JsonNode> read(String file) {
        Optional<byte[]> content = bundle.file(file);
        try {
            return content.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ReadTree.from(file, content.get()));
        } catch (Unpublishable unpublishable) {
            LOG.warn("{} can't be published: {}", file, unpublishable.reason());
            return Optional.empty();
        }
    }

    private static String decoded(String text) {
        try {
            return StringUtils.uriDecode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEncoding) {
            return text;
        }
    }
}
