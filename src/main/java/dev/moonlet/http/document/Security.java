package dev.moonlet.http.document;

import dev.moonlet.security.OwnPaths;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How documents say who may call. */
final class Security {

    static final String SCHEMES = "securitySchemes";
    static final String BASIC = "basic";

    private Security() {}

    /** The way to sign in that the service always knows. */
    static ObjectNode basic() {
        return JsonNodeFactory.instance.objectNode().put("type", "http").put("scheme", "basic");
    }

    /** Whether anonymous callers are refused. */
    static boolean isAskedFor(ObjectNode operation, ObjectNode document) {
        JsonNode security =
                operation.has("security") ? operation.path("security") : document.path("security");
        return !security.isEmpty() && security.valueStream().noneMatch(JsonNode::isEmpty);
    }

    /** Says who may call an operation of the service's own. */
    static void require(ObjectNode operation, String path) {
        ArrayNode alternatives = operation.putArray("security");
        if (!OwnPaths.areOpen(path)) {
            ArrayNode roles = alternatives.addObject().putArray(BASIC);
            if (OwnPaths.areForOperators(path)) {
                roles.add(OwnPaths.OPERATOR);
            }
        }
    }
}
