package dev.moonlet.http.document;

import dev.moonlet.http.document.BundleFiles.Target;
import dev.moonlet.revision.Bundle;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pulls into a document what it refers to in other files of its bundle: one component for each
 * place, so that what refers to itself goes on doing so.
 */
final class PullIn {

    private static final Logger LOG = LoggerFactory.getLogger(PullIn.class);

    /** What is copied of other files, in characters: places within places are copied again. */
    private static final int MAX_COPIED = 16 << 20;

    /** A path may refer to one that refers to one: nobody writes more, but for cycles. */
    private static final int MAX_CHAIN = 10;

    private final ObjectNode document;
    private final BundleFiles files;
    private final Map<Place, Component> components = new LinkedHashMap<>();
    private final Deque<Part> unread = new ArrayDeque<>();
    private int copied;

    /** What is pulled into a section of the components. */
    private record Place(String section, Target target) {}

    private record Component(String name, JsonNode value) {}

    /** An object, and the file that its references are relative to. */
    private record Part(ObjectNode object, Kind kind, String file) {}

    private PullIn(ObjectNode document, Bundle bundle) {
        this.document = document;
        files = new BundleFiles(bundle);
    }

    static void into(ObjectNode document, Bundle bundle) throws Unpublishable {
        new PullIn(document, bundle).pull();
    }

    private void pull() throws Unpublishable {
        JsonNode paths = document.remove("paths");
        if (paths instanceof ObjectNode mapping) {
            pullPaths(mapping);
        }
        unread.add(new Part(document, Kind.DOCUMENT, BundleDocument.FILE));
        while (!unread.isEmpty()) {
            Part part = unread.remove();
            part.kind().walk(part.object(), (object, kind) -> read(object, kind, part.file()));
            if (copied > MAX_COPIED) {
                throw new Unpublishable(
                        "refers to more than %d characters of other files".formatted(MAX_COPIED));
            }
        }
        components.forEach((place, component) ->
                Trees.object(Trees.object(document, "components"), place.section())
                        .set(component.name(), component.value()));
        if (paths != null) {
            document.set("paths", paths);
        }
    }

    private void pullPaths(ObjectNode paths) {
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            if (path.getValue() instanceof ObjectNode item) {
                Part part = inlined(item);
                path.setValue(part.object());
                unread.add(part);
            }
        }
    }

    /** A path item instead of the reference to it, because operations belong to their paths. */
    private Part inlined(ObjectNode item) {
        Part part = new Part(item, Kind.PATH_ITEM, BundleDocument.FILE);
        for (int i = 0; i < MAX_CHAIN && part.object().has("$ref"); i++) {
            Target target = Target.of(part.object().path("$ref").asString(""), part.file());
            if (!(files.find(target).orElse(null) instanceof ObjectNode found)) {
                return part;
            }
            ObjectNode inlined = found.deepCopy();
            copied += found.toString().length();
            part.object().remove("$ref");
            inlined.setAll(part.object());
            part = new Part(inlined, Kind.PATH_ITEM, target.file());
        }
        return part;
    }

    private void read(ObjectNode object, Kind kind, String file) {
        JsonNode reference = object.path("$ref");
        if (reference.isString()) {
            object.put("$ref", local(reference.stringValue(), kind, file));
        }
        if (kind == Kind.DISCRIMINATOR && object.get("mapping") instanceof ObjectNode mapping) {
            for (Map.Entry<String, JsonNode> schema : mapping.properties()) {
                String text = schema.getValue().asString("");
                if (text.contains("#") || text.contains("/") || text.contains(".")) {
                    schema.setValue(mapping.stringNode(local(text, Kind.SCHEMA, file)));
                }
            }
        }
    }

    /** The same reference from within the document; what the bundle does not have stays. */
    private String local(String reference, Kind kind, String file) {
        Target target = Target.of(reference, file);
        Optional<String> section = kind.section();
        if (target.file().equals(BundleDocument.FILE)) {
            return "#" + target.pointer();
        }
        if (section.isEmpty() || copied > MAX_COPIED) {
            return reference;
        }
        Place place = new Place(section.get(), target);
        Optional<JsonNode> found =
                components.containsKey(place) ? Optional.empty() : files.find(target);
        found.ifPresent(value -> add(place, value, kind));
        Component component = components.get(place);
        if (component == null) {
            LOG.warn("{}: the bundle has no '{}'", file, reference);
            return reference;
        }
        return "#/components/%s/%s".formatted(place.section(), component.name());
    }

    private void add(Place place, JsonNode found, Kind kind) {
        copied += found.toString().length();
        JsonNode copy = found.deepCopy();
        components.put(place, new Component(name(place), copy));
        if (copy instanceof ObjectNode object) {
            unread.add(new Part(object, kind, place.target().file()));
        }
    }

    /** The last word of the pointer, or the file's name. */
    private String name(Place place) {
        String path =
                place.target().pointer().isEmpty()
                        ? place.target().file().replaceFirst("\\.[^./]*$", "")
                        : place.target().pointer();
        JsonNode given = document.path("components").path(place.section());
        return Names.free(
                Names.plain(path.substring(path.lastIndexOf('/') + 1)),
                name -> given.has(name) || isPulled(place.section(), name));
    }

    private boolean isPulled(String section, String name) {
        return components.entrySet().stream()
                .anyMatch(each ->
                        each.getKey().section().equals(section)
                                && each.getValue().name().equals(name));
    }
}
