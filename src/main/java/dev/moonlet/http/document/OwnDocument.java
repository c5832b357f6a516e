package dev.moonlet.http.document;

import java.util.Map;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says in springdoc's document who may call the service's own endpoints. */
final class OwnDocument {

    private final ObjectNode document;
    private final ProblemResponses problems;

    private OwnDocument(ObjectNode document) {
        this.document = document;
        problems = new ProblemResponses(document);
    }

    static void complete(ObjectNode document) {
        OwnDocument own = new OwnDocument(document);
        if (ToVersion31.isNeeded(document)) {
            ToVersion31.convert(document);
        }
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            if (path.getValue() instanceof ObjectNode item) {
                Kind.PATH_ITEM.walk(
                        item,
                        (object, kind) -> {
                            if (kind == Kind.OPERATION) {
                                own.complete(path.getKey(), object);
                            }
                        });
            }
        }
    }

    private void complete(String path, ObjectNode operation) {
        if (!operation.has("security")) {
            Security.require(operation, path);
        }
        if (Security.isAskedFor(operation, document)) {
            Trees.object(Trees.object(document, "components"), Security.SCHEMES)
                    .set(Security.BASIC, Security.basic());
            problems.add(operation, HttpStatus.UNAUTHORIZED);
            problems.add(operation, HttpStatus.FORBIDDEN);
        }
    }
}
