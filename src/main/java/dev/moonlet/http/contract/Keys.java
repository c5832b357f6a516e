package dev.moonlet.http.contract;

import dev.moonlet.revision.Document;
import dev.moonlet.revision.Problem;
import java.util.List;
import java.util.Set;

/**
 * The names that OpenAPI knows in a part of a document. Any other is a slip, which must not open a
 * route or lift a limit; none at all means that the names are the bundle's own.
 */
public record Keys(Set<String> names) {

    public static final Keys DOCUMENT =
            of(
                    "openapi jsonSchemaDialect info servers paths webhooks components security tags"
                            + " externalDocs");
    public static final Keys PATHS = new Keys(Set.of());
    public static final Keys PATH_ITEM =
            of("summary description servers parameters get put post delete options head patch");
    public static final Keys OPERATION =
            of(
                    "tags summary description externalDocs operationId parameters requestBody"
                            + " responses callbacks deprecated security servers");

    static final Keys PARAMETER =
            of(
                    "name in description required deprecated allowEmptyValue style explode"
                            + " allowReserved schema example examples content");
    static final Keys REQUEST_BODY = of("description content required");
    static final Keys MEDIA_TYPE = of("schema example examples encoding");
    static final Keys ENCODING = of("contentType headers style explode allowReserved");
    static final Keys RESPONSE = of("description headers content links");

    public List<Problem> slips(Document mapping) {
        return mapping.slips(this::has);
    }

    public boolean has(String name) {
        return names.isEmpty() || names.contains(name) || name.startsWith("x-");
    }

    private static Keys of(String names) {
        return new Keys(Set.of(names.split(" ", -1)));
    }
}
