package dev.moonlet.http.contract;

import dev.moonlet.revision.Document;
import dev.moonlet.revision.Unusable;
import java.util.Map;

/** Reads what a document promises of its operations. */
public final class ReadContract {

    private final References references;
    private final ReadSchema schemas;

    public ReadContract(References references, Document document) {
        this.references = references;
        String version = document.at("openapi").flatMap(Document::text).orElse("");
        schemas = new ReadSchema(references, version.startsWith("3.0"));
    }

    /**
     * Reads an operation.
     *
     * @param names the names of the path's template, and whether each has a segment to itself
     */
    public Contract read(Document pathItem, Document operation, Map<String, Boolean> names)
            throws Unusable {
        Parameters parameters =
                new ReadParameters(references, schemas).read(pathItem, operation, names);
        Bodies bodies = new ReadBodies(references, schemas).read(operation);
        Responses responses = new ReadResponses(references, schemas).read(operation);
        return new Contract(parameters, bodies, responses, responses.acceptance());
    }
}
