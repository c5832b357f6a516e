package dev.moonlet.http.contract;

import com.google.re2j.PatternSyntaxException;
import dev.moonlet.module.text.Patterns;
import dev.moonlet.revision.Document;
import dev.moonlet.revision.Unusable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keywords that schemas may have, and what stands under each. */
final class Keywords {

    /** What stands under a keyword. */
    enum Kind {
        SCHEMA,
        SCHEMAS,
        NAMED_SCHEMAS,
        NUMBER,
        COUNT,
        FLAG,
        PATTERN,
        TYPE,
        NAMES,
        NAMES_BY_NAME,
        VALUES,
        VALUE,
        TEXT,
        /** It says something to people, or is looked for by references only. */
        IGNORED
    }

    private static final Map<String, Kind> ALL =
            Stream.of(
                            of(
                                    Kind.SCHEMA,
                                    "items additionalProperties not if then else contains"
                                            + " propertyNames unevaluatedItems unevaluatedProperties"),
                            of(Kind.SCHEMAS, "allOf anyOf oneOf prefixItems"),
                            of(Kind.NAMED_SCHEMAS, "properties patternProperties dependentSchemas"),
                            of(
                                    Kind.NUMBER,
                                    "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf"),
                            of(
                                    Kind.COUNT,
                                    "minLength maxLength minItems maxItems minProperties"
                                            + " maxProperties minContains maxContains"),
                            of(Kind.FLAG, "uniqueItems nullable readOnly writeOnly deprecated"),
                            of(Kind.PATTERN, "pattern"),
                            of(Kind.TYPE, "type"),
                            of(Kind.NAMES, "required"),
                            of(Kind.NAMES_BY_NAME, "dependentRequired"),
                            of(Kind.VALUES, "enum"),
                            of(Kind.VALUE, "const default"),
                            of(Kind.TEXT, "format"),
                            of(
                                    Kind.IGNORED,
                                    "title description example examples xml externalDocs"
                                            + " discriminator $comment contentMediaType contentEncoding"
                                            + " contentSchema $id $schema $anchor $defs definitions"))
                    .flatMap(each -> each.entrySet().stream())
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    static final Set<String> TYPES =
            Set.of("string", "integer", "number", "boolean", "array", "object", "null");

    private Keywords() {}

    /** The kind of a keyword, whose value is of the form that goes with it. */
    static Kind of(Document.Entry keyword) throws Unusable {
        if (keyword.name().startsWith("x-")) {
            return Kind.IGNORED;
        }
        Kind kind = ALL.get(keyword.name());
        if (kind == null) {
            throw new Unusable(
                    keyword.value().problem("is no keyword of a schema; is it misspelt?"));
        }
        check(kind, keyword);
        return kind;
    }

    private static void check(Kind kind, Document.Entry keyword) throws Unusable {
        Document value = keyword.value();
        switch (kind) {
            case NUMBER -> require(isNumber(value), value, "is no number");
            case COUNT -> require(isCount(value), value, "is no number from 0 on");
            case FLAG -> require(value.scalar() instanceof Boolean, value, "is not true or false");
            case TEXT -> require(value.scalar() instanceof String, value, "is no text");
            case PATTERN -> checkPattern(value);
            case TYPE -> checkType(value);
            case NAMES -> checkNames(value);
            case NAMES_BY_NAME -> {
                for (Document.Entry each : value.entries()) {
                    checkNames(each.value());
                }
            }
            case SCHEMAS, VALUES ->
                    require(!value.items().isEmpty(), value, "is not a list with items");
            case NAMED_SCHEMAS -> require(value.isMapping(), value, "is not of the form {name: …}");
            case SCHEMA, VALUE, IGNORED -> {}
        }
        if (keyword.name().equals("patternProperties")) {
            for (Document.Entry each : value.entries()) {
                checkPattern(each.name(), each.value());
            }
        }
    }

    private static boolean isNumber(Document value) {
        return value.scalar() instanceof Number || value.scalar() instanceof Boolean;
    }

    private static boolean isCount(Document value) {
        return (value.scalar() instanceof BigInteger count && count.signum() >= 0)
                || (value.scalar() instanceof BigDecimal decimal && decimal.signum() >= 0);
    }

    private static void checkPattern(Document value) throws Unusable {
        require(value.scalar() instanceof String, value, "is no text");
        checkPattern(value.text().orElse(""), value);
    }

    private static void checkPattern(String pattern, Document value) throws Unusable {
        try {
            Patterns.of(pattern);
        } catch (PatternSyntaxException wrong) {
            throw new Unusable(
                    value.problem(
                            "'%s' is no pattern that can be matched in time: %s"
                                    .formatted(pattern, Patterns.reason(wrong))));
        }
    }

    private static void checkType(Document value) throws Unusable {
        List<Document> types = value.isSequence() ? value.items() : List.of(value);
        require(!types.isEmpty(), value, "names no type");
        for (Document type : types) {
            require(
                    TYPES.contains(type.text().orElse("")),
                    type,
                    "is no type: write string, integer, number, boolean, array, object or null");
        }
    }

    private static void checkNames(Document value) throws Unusable {
        require(value.isSequence(), value, "is not a list of names");
        for (Document name : value.items()) {
            require(name.text().isPresent(), name, "is no name");
        }
    }

    private static void require(boolean fits, Document value, String otherwise) throws Unusable {
        if (!fits) {
            throw new Unusable(value.problem(otherwise));
        }
    }

    private static Map<String, Kind> of(Kind kind, String names) {
        return Stream.of(names.split(" ", -1)).collect(Collectors.toMap(name -> name, _ -> kind));
    }
}
