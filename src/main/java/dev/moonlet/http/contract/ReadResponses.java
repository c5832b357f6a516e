package dev.moonlet.http.contract;

import dev.moonlet.http.contract.ReadSchema.Way;
import dev.moonlet.module.json.JsonSchema;
import dev.moonlet.revision.Document;
import dev.moonlet.revision.Unusable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the responses of an operation. */
final class ReadResponses {

    private static final Pattern STATUS = Pattern.compile("[1-5]([0-9]{2}|XX)|default");

    private final References references;
    private final ReadSchema schemas;

    ReadResponses(References references, ReadSchema schemas) {
        this.references = references;
        this.schemas = schemas;
    }

    Responses read(Document operation) throws Unusable {
        Optional<Document> given = operation.at("responses");
        if (given.isEmpty()) {
            return Responses.NONE;
        }
        given.get().only(_ -> true);
        Map<String, Map<String, Optional<JsonSchema>>> byStatus = new LinkedHashMap<>();
        Set<String> lists = new HashSet<>();
        for (Document.Entry entry : given.get().entries()) {
            if (!entry.name().startsWith("x-")) {
                String status = status(entry);
                Document response = references.follow(entry.value());
                if (!response.isMapping()) {
                    throw new Unusable(response.problem("is no response: {description: …}"));
                }
                response.only(Keys.RESPONSE::has);
                byStatus.put(status, content(response));
                if (isList(response)) {
                    lists.add(status);
                }
            }
        }
        return new Responses(Map.copyOf(byStatus), Set.copyOf(lists));
    }

    private boolean isList(Document response) throws Unusable {
        for (Document.Entry entry :
                response.at("content").map(Document::entries).orElse(List.of())) {
            Optional<Document> schema = references.follow(entry.value()).at("schema");
            if (MediaType.isJson(MediaType.of(entry.name()))
                    && schema.isPresent()
                    && ReadShape.of(schemas.tree(schema.get(), Way.RESPONSE))
                            instanceof Shape.Items) {
                return true;
            }
        }
        return false;
    }

    private static String status(Document.Entry entry) throws Unusable {
        String status = entry.name().replace('x', 'X');
        if (!STATUS.matcher(status).matches()) {
            throw new Unusable(
                    entry.value().problem("is no status: write \"200\", \"4XX\" or default"));
        }
        return status;
    }

    private Map<String, Optional<JsonSchema>> content(Document response) throws Unusable {
        Optional<Document> types = response.at("content");
        if (types.isEmpty()) {
            return Map.of();
        }
        types.get().only(_ -> true);
        Map<String, Optional<JsonSchema>> content = new LinkedHashMap<>();
        for (Document.Entry entry : types.get().entries()) {
            Document type = references.follow(entry.value());
            type.only(Keys.MEDIA_TYPE::has);
            String range = MediaType.of(entry.name()).toLowerCase(Locale.ROOT);
            Optional<Document> schema = type.at("schema");
            content.put(
                    range,
                    schema.isEmpty()
                            ? Optional.empty()
                            : Optional.of(schemas.compiled(schema.get(), Way.RESPONSE)));
        }
        return content;
    }
}
