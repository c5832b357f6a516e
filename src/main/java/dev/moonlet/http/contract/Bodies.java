package dev.moonlet.http.contract;

import dev.moonlet.http.contract.Parameter.InQuery;
import dev.moonlet.module.json.JsonSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bodies that an operation takes.
 *
 * @param types by what they say, the most first; without any, all are taken as they are
 * @param streamed whether the handler reads them piece by piece
 */
public record Bodies(boolean required, List<Accepted> types, boolean streamed) {

    /** What an operation takes that says nothing of bodies. */
    public static final Bodies ANY = new Bodies(false, List.of(), false);

    private static final Accepted AS_IT_IS = new Accepted("*/*", null, List.of(), List.of());

    /**
     * A media type, or a range of them.
     *
     * @param fields those of a form
     * @param parts what the parts of a form may be
     */
    public record Accepted(
            String range, @Nullable JsonSchema schema, List<InQuery> fields, List<Part> parts) {}

    /**
     * A part of a form.
     *
     * @param types the media types that it may have
     */
    public record Part(String name, List<String> types) {

        boolean takes(String type) {
            return types.stream().anyMatch(range -> MediaType.isIn(range, type));
        }
    }

    /** What is said of a media type; null if it is not taken. */
    public @Nullable Accepted of(String mediaType) {
        if (types.isEmpty()) {
            return AS_IT_IS;
        }
        for (Accepted type : types) {
            if (MediaType.isIn(type.range, mediaType)) {
                return type;
            }
        }
        return null;
    }

    public List<String> ranges() {
        return types.stream().map(Accepted::range).toList();
    }
}
