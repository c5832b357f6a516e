package dev.moonlet.http.document;

import dev.moonlet.revision.Bundle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The document of a bundle as it is published. It is made when somebody asks for it, once. */
final class BundleDocument {

    static final String FILE = "config/openapi.yaml";

    private static final Logger LOG = LoggerFactory.getLogger(BundleDocument.class);

    private static final List<String> OWN_KEYS =
            List.of(
                    "x-handler",
                    "x-profile",
                    "x-limits",
                    "x-concurrency",
                    "x-cors",
                    "x-stream",
                    "x-websocket");

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch");

    private final Bundle bundle;
    private @Nullable ObjectNode tree;

    BundleDocument(Bundle bundle) {
        this.bundle = bundle;
    }

    /** In OpenAPI 3.1, not to be changed; empty if the bundle has none that can be published. */
    synchronized ObjectNode tree() {
        if (tree == null) {
            tree = make();
        }
        return tree;
    }

    private ObjectNode make() {
        ObjectNode nothing = JsonNodeFactory.instance.objectNode();
        Optional<byte[]> file = bundle.file(FILE);
        try {
            return file.isEmpty() ? nothing : make(ReadTree.from(FILE, file.get()));
        } catch (Unpublishable unpublishable) {
            LOG.warn("{} can't be published: {}", FILE, unpublishable.reason());
            return nothing;
        } catch (RuntimeException unexpected) {
            LOG.error("{} can't be published", FILE, unexpected);
            return nothing;
        }
    }

    private ObjectNode make(JsonNode root) throws Unpublishable {
        if (!(root instanceof ObjectNode document)
                || !document.path("openapi").asString("").startsWith("3.")) {
            throw new Unpublishable("is not an OpenAPI 3 document");
        }
        PullIn.into(document, bundle);
        Kind.DOCUMENT.walk(document, BundleDocument::strip);
        if (document.get("info") instanceof ObjectNode info && info.path("version").isNumber()) {
            info.put("version", info.path("version").asString());
        }
        if (ToVersion31.isNeeded(document)) {
            ToVersion31.convert(document);
        }
        removeServers(document);
        addSchemes(document);
        addProblems(document);
        return document;
    }

    /** Takes away what is Moonlet's own, and where OpenAPI knows no null, what is not filled in. */
    private static void strip(ObjectNode object, Kind kind) {
        object.remove(OWN_KEYS);
        if (kind.isFrame()) {
            object.removeIf(JsonNode::isNull);
        }
    }

    /** Routes are served here, wherever else there may be others like them. */
    private static void removeServers(ObjectNode document) {
        document.remove("servers");
        operations(document)
                .forEach(scripted -> {
                    scripted.path().remove("servers");
                    scripted.operation().remove("servers");
                });
    }

    /** Whatever a scheme is called that the document does not define: the service knows basic. */
    private static void addSchemes(ObjectNode document) {
        Stream.concat(Stream.of(document), operations(document).map(Scripted::operation))
                .flatMap(object -> object.path("security").valueStream())
                .flatMap(alternative -> alternative.propertyNames().stream())
                .forEach(scheme -> {
                    ObjectNode schemes =
                            Trees.object(Trees.object(document, "components"), Security.SCHEMES);
                    if (!schemes.has(scheme)) {
                        schemes.set(scheme, Security.basic());
                    }
                });
    }

    private static void addProblems(ObjectNode document) {
        ProblemResponses problems = new ProblemResponses(document);
        operations(document)
                .toList()
                .forEach(scripted -> {
                    ObjectNode operation = scripted.operation();
                    boolean hasBody = operation.has("requestBody");
                    if (hasBody
                            || operation.has("parameters")
                            || scripted.path().has("parameters")) {
                        problems.add(operation, HttpStatus.BAD_REQUEST);
                    }
                    if (Security.isAskedFor(operation, document)) {
                        problems.add(operation, HttpStatus.UNAUTHORIZED);
                        problems.add(operation, HttpStatus.FORBIDDEN);
                    }
                    if (hasBody) {
                        problems.add(operation, HttpStatus.CONTENT_TOO_LARGE);
                        problems.add(operation, HttpStatus.UNSUPPORTED_MEDIA_TYPE);
                    }
                    problems.add(operation, HttpStatus.INTERNAL_SERVER_ERROR);
                    problems.add(operation, HttpStatus.SERVICE_UNAVAILABLE);
                    problems.add(operation, HttpStatus.GATEWAY_TIMEOUT);
                });
    }

    private record Scripted(ObjectNode path, ObjectNode operation) {}

    private static Stream<Scripted> operations(ObjectNode document) {
        return document.path("paths")
                .valueStream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .flatMap(path ->
                        path.properties().stream()
                                .filter(each -> METHODS.contains(each.getKey()))
                                .map(each -> each.getValue())
                                .filter(ObjectNode.class::isInstance)
                                .map(operation -> new Scripted(path, (ObjectNode) operation)));
    }
}
