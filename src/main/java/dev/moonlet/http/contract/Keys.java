package dev.moonlet.http;

import dev.moonlet.revision.Document;
import dev.moonlet.revision.Problem;
import java.util.List;
import java.util.Set;

/**
 * The names that OpenAPI knows in a part of a document. Any other is a slip, which must not open a
 * route or lift a limit; none at all means that the names are the bundle's own.
 */
record Keys(Set<String> names) {

    static final Keys DOCUMENT =
            of(
                    "openapi jsonSchemaDialect info servers paths webhooks components security tags"
                            + " externalDocs");
    static final Keys PATHS = new Keys(Set.of());
    static final Keys PATH_ITEM =
            of("summary description servers parameters get put post delete options head patch");
    static final Keys OPERATION =
            of(
                    "tags summary description externalDocs operationId parameters requestBody"
                            + " responses callbacks deprecated security servers");

    List<Problem> slips(Document mapping) {
        return mapping.slips(this::has);
    }

    boolean has(String name) {
        return names.isEmpty() || names.contains(name) || name.startsWith("x-");
    }

    private static Keys of(String names) {
        return new Keys(Set.of(names.split(" ", -1)));
    }
}
