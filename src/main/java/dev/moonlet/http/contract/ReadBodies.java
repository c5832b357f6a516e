package dev.moonlet.http.contract;

import dev.moonlet.http.contract.Bodies.Accepted;
import dev.moonlet.http.contract.Bodies.Part;
import dev.moonlet.http.contract.Parameter.InQuery;
import dev.moonlet.http.contract.ReadSchema.Way;
import dev.moonlet.lua.Rejected.Reason;
import dev.moonlet.module.json.JsonSchema;
import dev.moonlet.revision.Document;
import dev.moonlet.revision.Unusable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the request body of an operation. */
final class ReadBodies {

    private final References references;
    private final ReadSchema schemas;

    ReadBodies(References references, ReadSchema schemas) {
        this.references = references;
        this.schemas = schemas;
    }

    Bodies read(Document operation) throws Unusable {
        boolean isStreamed = ReadParameters.flag(operation, "x-stream", false);
        Optional<Document> given = operation.at("requestBody");
        if (given.isEmpty()) {
            return isStreamed ? new Bodies(false, List.of(), true) : Bodies.ANY;
        }
        Document body = references.follow(given.get());
        body.only(Keys.REQUEST_BODY::has);
        Document content =
                body.at("content")
                        .filter(types -> !types.entries().isEmpty())
                        .orElseThrow(() ->
                                new Unusable(
                                        body.problem(
                                                "has no content: {application/json: {schema: …}}")));
        content.only(_ -> true);
        List<Accepted> types = new ArrayList<>();
        for (Document.Entry entry : content.entries()) {
            types.add(type(entry));
        }
        types.sort(Comparator.comparingInt((Accepted type) -> -MediaType.weight(type.range())));
        return new Bodies(
                ReadParameters.flag(body, "required", false), List.copyOf(types), isStreamed);
    }

    private Accepted type(Document.Entry entry) throws Unusable {
        String range = MediaType.of(entry.name());
        if (range.indexOf('/') < 0) {
            throw new Unusable(entry.value().problem("is no media type: write application/json"));
        }
        Document type = references.follow(entry.value());
        type.only(Keys.MEDIA_TYPE::has);
        Optional<Document> schema = type.at("schema");
        boolean isForm = range.equals(MediaType.FORM) || range.equals(MediaType.MULTIPART);
        if (schema.isEmpty() || !(isForm || isChecked(range))) {
            return new Accepted(range, null, List.of(), List.of());
        }
        @Nullable JsonSchema compiled = schemas.compiled(schema.get(), Way.REQUEST);
        return isForm
                ? form(range, type, schema.get(), compiled)
                : new Accepted(range, compiled, List.of(), List.of());
    }

    /** A schema says something of JSON and of plain text; of other bodies only what they mean. */
    private static boolean isChecked(String range) {
        return MediaType.isJson(range)
                || range.equals("text/plain")
                || range.equals("*/*")
                || range.equals("application/*")
                || range.equals("application/*+json");
    }

    private Accepted form(String range, Document type, Document schema, JsonSchema compiled)
            throws Unusable {
        JsonNode tree = schemas.tree(schema, Way.REQUEST);
        if (!(ReadShape.of(tree) instanceof Shape.Fields fields)) {
            throw new Unusable(schema.problem("is the schema of a form, so it has properties"));
        }
        List<InQuery> all = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        Optional<Document> encodings = type.at("encoding");
        for (String name : fields.known().keySet()) {
            Optional<Document> encoding = encodings.flatMap(each -> each.at(name));
            if (encoding.isPresent()) {
                encoding.get().only(Keys.ENCODING::has);
                encoding.get()
                        .at("contentType")
                        .flatMap(Document::text)
                        .ifPresent(types -> parts.add(new Part(name, list(types))));
            }
            all.add(field(name, fields.known().get(name), encoding));
        }
        return new Accepted(range, compiled, List.copyOf(all), List.copyOf(parts));
    }

    private static InQuery field(String name, @Nullable Shape shape, Optional<Document> encoding)
            throws Unusable {
        boolean isStyled =
                encoding.isPresent()
                        && (encoding.get().at("style").isPresent()
                                || encoding.get().at("explode").isPresent());
        Shape known = shape == null ? Shape.TEXT : shape;
        if (isStyled) {
            return new InQuery(
                    parameter(name, known), ReadParameters.style(encoding.get(), name, known));
        }
        return switch (known) {
            case Shape.Fields _ ->
                    new InQuery(parameter(name, new Shape.Json()), new QueryStyle.One(name));
            case Shape.Items(Shape.Fields _) ->
                    new InQuery(
                            parameter(name, new Shape.Items(new Shape.Json())),
                            new QueryStyle.Each(name));
            case Shape.Items items ->
                    new InQuery(parameter(name, items), new QueryStyle.Each(name));
            default -> new InQuery(parameter(name, known), new QueryStyle.One(name));
        };
    }

    /** The whole form is checked by its schema, not each field by its own. */
    private static Parameter parameter(String name, Shape shape) {
        String pointer = "/" + Reason.escaped(name);
        return new Parameter(name, pointer, false, false, shape, null, null, null);
    }

    private static List<String> list(String types) {
        return Stream.of(types.split(",", -1))
                .map(type -> type.strip().toLowerCase(Locale.ROOT))
                .toList();
    }
}
