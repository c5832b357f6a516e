package dev.moonlet.http.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Adds the problems that the service answers with to the operations of a document. */
final class ProblemResponses {

    private static final String FILE = "problems.yaml";
    private static final String SCHEMA = "Problem";
    private static final ObjectNode OWN = read();

    private final ObjectNode document;
    private final Map<HttpStatus, String> references = new HashMap<>();
    private String schema = "";

    ProblemResponses(ObjectNode document) {
        this.document = document;
    }

    /**
     * Adds what an operation does not declare itself: by its status, a range, or as the default.
     */
    void add(ObjectNode operation, HttpStatus status) {
        String code = String.valueOf(status.value());
        JsonNode declared = operation.path("responses");
        if (declared.has(code) || declared.has(code.charAt(0) + "XX") || declared.has("default")) {
            return;
        }
        ObjectNode responses =
                declared instanceof ObjectNode given ? given : operation.putObject("responses");
        responses.putObject(code).put("$ref", references.computeIfAbsent(status, this::response));
    }

    private String response(HttpStatus status) {
        String name = status.getReasonPhrase().replace(" ", "");
        ObjectNode response = (ObjectNode) OWN.required("responses").required(name).deepCopy();
        if (schema.isEmpty()) {
            schema = component("schemas", SCHEMA, OWN.required("schemas").required(SCHEMA));
        }
        response.putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", schema);
        return component("responses", name, response);
    }

    private String component(String section, String wanted, JsonNode value) {
        ObjectNode all = Trees.object(Trees.object(document, "components"), section);
        String name = Names.free(wanted, all::has);
        all.set(name, value);
        return "#/components/%s/%s".formatted(section, name);
    }

    private static ObjectNode read() {
        try (InputStream file = ProblemResponses.class.getResourceAsStream(FILE)) {
            return (ObjectNode) ReadTree.from(FILE, Objects.requireNonNull(file).readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (Unpublishable wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
