package dev.moonlet.http.contract;

import dev.moonlet.http.contract.Parameter.InQuery;
import dev.moonlet.http.contract.Parameter.InText;
import dev.moonlet.http.contract.ReadSchema.Way;
import dev.moonlet.module.json.JsonSchema;
import dev.moonlet.revision.Document;
import dev.moonlet.revision.Unusable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the parameters of an operation, those of its path item among them. */
final class ReadParameters {

    /** OpenAPI describes these elsewhere, and says that they are not to be looked at here. */
    private static final Set<String> NO_PARAMETERS =
            Set.of("accept", "content-type", "authorization");

    private final References references;
    private final ReadSchema schemas;

    private final List<InText> path = new ArrayList<>();
    private final List<InQuery> query = new ArrayList<>();
    private final List<InText> headers = new ArrayList<>();
    private final List<InText> cookies = new ArrayList<>();

    ReadParameters(References references, ReadSchema schemas) {
        this.references = references;
        this.schemas = schemas;
    }

    /**
     * Reads them.
     *
     * @param names the names of the path's template, and whether each has a segment to itself
     */
    Parameters read(Document pathItem, Document operation, Map<String, Boolean> names)
            throws Unusable {
        Map<String, Document> all = new LinkedHashMap<>();
        collect(pathItem, all);
        collect(operation, all);
        for (Document each : all.values()) {
            parameter(each, names);
        }
        return new Parameters(
                List.copyOf(path), List.copyOf(query), List.copyOf(headers), List.copyOf(cookies));
    }

    private void collect(Document parent, Map<String, Document> all) throws Unusable {
        Optional<Document> list = parent.at("parameters");
        if (list.isEmpty()) {
            return;
        }
        if (!list.get().isSequence()) {
            throw new Unusable(list.get().problem("is not a list of parameters"));
        }
        Map<String, Document> here = new LinkedHashMap<>();
        for (Document item : list.get().items()) {
            Document parameter = references.follow(item);
            parameter.only(Keys.PARAMETER::has);
            String name = text(parameter, "name");
            String place = text(parameter, "in");
            String key = place + " " + (place.equals("header") ? lower(name) : name);
            if (here.put(key, parameter) != null) {
                throw new Unusable(item.problem("is the parameter %s again".formatted(key)));
            }
        }
        all.putAll(here);
    }

    private void parameter(Document parameter, Map<String, Boolean> names) throws Unusable {
        String name = text(parameter, "name");
        switch (text(parameter, "in")) {
            case "path" -> path.add(inPath(parameter, name, names));
            case "query" -> query.add(inQuery(parameter, name));
            case "header" -> {
                if (!NO_PARAMETERS.contains(lower(name))) {
                    headers.add(inText(parameter, lower(name), "header", "simple"));
                }
            }
            case "cookie" -> cookies.add(inText(parameter, name, "cookie", "form"));
            default ->
                    throw new Unusable(
                            parameter.problem("is 'in' none of path, query, header and cookie"));
        }
    }

    private InText inPath(Document parameter, String name, Map<String, Boolean> names)
            throws Unusable {
        if (!names.containsKey(name)) {
            throw new Unusable(
                    parameter.problem("is not in the path: no {%s} stands there".formatted(name)));
        }
        if (!flag(parameter, "required", false)) {
            throw new Unusable(
                    parameter.problem("is in the path, so it is to say 'required: true'"));
        }
        InText found = inText(parameter, name, "path", "simple");
        if (found.isRaw() && !Boolean.TRUE.equals(names.get(name))) {
            throw new Unusable(
                    parameter.problem("is a list or an object, so it takes a whole segment"));
        }
        return found;
    }

    private InText inText(Document parameter, String name, String place, String usual)
            throws Unusable {
        Described described = described(parameter, name, place);
        Shape shape = described.parameter.shape();
        String style = parameter.at("style").flatMap(Document::text).orElse(usual);
        boolean explode = flag(parameter, "explode", style.equals("form"));
        boolean isPlain = shape instanceof Shape.Scalar || described.isContent;
        if (place.equals("path") && style.equals("label")) {
            return new InText(described.parameter, Style.label(shape, explode));
        }
        if (place.equals("path") && style.equals("matrix")) {
            return new InText(described.parameter, new Style.Matrix(name, shape, explode));
        }
        if (!style.equals(usual)) {
            throw noStyle(parameter, style, place);
        }
        if (isPlain) {
            return new InText(described.parameter, Style.WHOLE);
        }
        return new InText(
                described.parameter,
                place.equals("path")
                        ? Style.simple(shape, explode)
                        : Style.plain(shape, explode && !place.equals("cookie")));
    }

    private InQuery inQuery(Document parameter, String name) throws Unusable {
        Described described = described(parameter, name, "query");
        return new InQuery(
                described.parameter,
                described.isContent
                        ? new QueryStyle.One(name)
                        : style(parameter, name, described.parameter.shape()));
    }

    static QueryStyle style(Document parameter, String name, Shape shape) throws Unusable {
        String style = parameter.at("style").flatMap(Document::text).orElse("form");
        boolean explode = flag(parameter, "explode", style.equals("form"));
        if (style.equals("deepObject")) {
            if (!(shape instanceof Shape.Fields)) {
                throw new Unusable(parameter.problem("has the style deepObject and is no object"));
            }
            return new QueryStyle.Deep(name, shape);
        }
        if (!Set.of("form", "spaceDelimited", "pipeDelimited").contains(style)) {
            throw noStyle(parameter, style, "query");
        }
        return switch (shape) {
            case Shape.Fields fields when explode ->
                    QueryStyle.Exploded.of(fields.known().keySet(), fields);
            case Shape.Items _ when explode -> new QueryStyle.Each(name);
            case Shape.Items _, Shape.Fields _ ->
                    new QueryStyle.Delimited(
                            name,
                            shape,
                            switch (style) {
                                case "spaceDelimited" -> QueryStyle.Delimited.SPACE;
                                case "pipeDelimited" -> QueryStyle.Delimited.PIPE;
                                default -> QueryStyle.Delimited.COMMA;
                            });
            default -> new QueryStyle.One(name);
        };
    }

    private static Unusable noStyle(Document parameter, String style, String place) {
        return new Unusable(
                parameter.problem(
                        "has the style '%s', which no parameter of this kind in a %s has"
                                .formatted(style, place)));
    }

    /** A parameter, and whether it is one text of a media type. */
    private record Described(Parameter parameter, boolean isContent) {}

    private Described described(Document parameter, String name, String place) throws Unusable {
        boolean isContent = parameter.at("content").isPresent();
        if (isContent == parameter.at("schema").isPresent()) {
            throw new Unusable(parameter.problem("has neither a schema nor a content, or both"));
        }
        boolean isJson = false;
        Optional<Document> schema = parameter.at("schema");
        if (isContent) {
            List<Document.Entry> types = parameter.at("content").orElseThrow().entries();
            if (types.size() != 1) {
                throw new Unusable(parameter.problem("has to have one media type as its content"));
            }
            Document type = references.follow(types.getFirst().value());
            type.only(Keys.MEDIA_TYPE::has);
            schema = type.at("schema");
            isJson = MediaType.isJson(lower(types.getFirst().name()));
        }
        JsonNode tree =
                schema.isEmpty() ? Trees.of(Map.of()) : schemas.tree(schema.get(), Way.REQUEST);
        Shape shape = isJson ? new Shape.Json() : isContent ? Shape.TEXT : ReadShape.of(tree);
        @Nullable ScalarCheck simple = isJson ? null : ScalarCheck.of(tree).orElse(null);
        @Nullable JsonSchema compiled =
                simple != null || schema.isEmpty()
                        ? null
                        : schemas.compiled(schema.get(), Way.REQUEST);
        return new Described(
                new Parameter(
                        name,
                        Query.pointer(place, name),
                        flag(parameter, "required", false),
                        flag(parameter, "allowEmptyValue", false) && place.equals("query"),
                        shape,
                        simple,
                        compiled,
                        tree.has("default") ? Trees.plain(tree.get("default")) : null),
                isContent);
    }

    static boolean flag(Document parent, String name, boolean otherwise) throws Unusable {
        Optional<Document> flag = parent.at(name);
        if (flag.isEmpty()) {
            return otherwise;
        }
        if (flag.get().scalar() instanceof Boolean truth) {
            return truth;
        }
        throw new Unusable(flag.get().problem("is not true or false"));
    }

    private static String text(Document parent, String name) throws Unusable {
        return parent.at(name)
                .flatMap(Document::text)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new Unusable(parent.problem("has no '%s'".formatted(name))));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
