package dev.moonlet.http.contract;

import com.google.re2j.Pattern;
import dev.moonlet.module.json.Formats;
import dev.moonlet.module.text.Patterns;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks one value against a schema that says only the usual of it, without a tree. */
final class ScalarCheck {

    private static final Set<String> KNOWN =
            Set.of(
                    "type",
                    "enum",
                    "const",
                    "default",
                    "format",
                    "pattern",
                    "minLength",
                    "maxLength",
                    "minimum",
                    "maximum",
                    "exclusiveMinimum",
                    "exclusiveMaximum",
                    "readOnly",
                    "writeOnly",
                    "deprecated");

    private final int minLength;
    private final int maxLength;
    private final Range range;
    private final @Nullable Pattern pattern;
    private final @Nullable Predicate<String> format;
    private final String formatName;
    private final @Nullable Set<Object> values;
    private final String choices;

    private ScalarCheck(JsonNode schema) {
        minLength = schema.path("minLength").asInt(0);
        maxLength = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        range = Range.of(schema);
        pattern = schema.has("pattern") ? Patterns.of(schema.get("pattern").asString()) : null;
        formatName = schema.path("format").asString("");
        format = Formats.named(formatName);
        JsonNode choice = schema.has("const") ? schema.get("const") : schema.get("enum");
        values = choice == null ? null : values(choice);
        choices = String.valueOf(choice);
    }

    /** The check of a schema, if it is simple enough. */
    static Optional<ScalarCheck> of(JsonNode schema) {
        boolean isSimple =
                schema.isObject()
                        && KNOWN.containsAll(schema.propertyNames())
                        && !(schema.has("enum") && schema.has("const"))
                        && ReadShape.of(schema) instanceof Shape.Scalar;
        return isSimple ? Optional.of(new ScalarCheck(schema)) : Optional.empty();
    }

    /** What is wrong with a value that is of the schema's type; null if nothing is. */
    @Nullable String wrong(Object value) {
        String wrong =
                switch (value) {
                    case String text -> text(text);
                    case Long number -> range.wrong(number);
                    case Double number -> range.wrong(number);
                    default -> null;
                };
        return wrong == null && values != null && !values.contains(normal(value))
                ? "is not among " + choices
                : wrong;
    }

    private @Nullable String text(String text) {
        if (minLength > 0 || maxLength < Integer.MAX_VALUE) {
            int length = text.codePointCount(0, text.length());
            if (length < minLength) {
                return "must be at least " + characters(minLength);
            }
            if (length > maxLength) {
                return "must be at most " + characters(maxLength);
            }
        }
        if (pattern != null && !pattern.matcher(text).find()) {
            return "does not match the pattern " + pattern.pattern();
        }
        return format != null && !format.test(text) ? "is no " + formatName : null;
    }

    private static String characters(int count) {
        return count == 1 ? "1 character long" : count + " characters long";
    }

    private static Set<Object> values(JsonNode choice) {
        Set<Object> values = new HashSet<>();
        for (JsonNode each : choice.isArray() ? choice.values() : List.of(choice)) {
            Object plain = Trees.plain(each);
            if (plain != null) {
                values.add(normal(plain));
            }
        }
        return values;
    }

    /** Numbers are equal whatever they are written as. */
    private static Object normal(Object value) {
        return value instanceof Double number && number == Math.rint(number)
                ? (Object) number.longValue()
                : value;
    }

    /**
     * The numbers that are allowed.
     *
     * @param bounds whether there are any
     */
    private record Range(
            boolean bounds,
            @Nullable BigDecimal least,
            @Nullable BigDecimal above,
            @Nullable BigDecimal most,
            @Nullable BigDecimal below) {

        static Range of(JsonNode schema) {
            BigDecimal least = bound(schema, "minimum");
            BigDecimal most = bound(schema, "maximum");
            String format = schema.path("format").asString("");
            if (format.equals("int32")) {
                least = least == null ? BigDecimal.valueOf(Integer.MIN_VALUE) : least;
                most = most == null ? BigDecimal.valueOf(Integer.MAX_VALUE) : most;
            }
            BigDecimal above = bound(schema, "exclusiveMinimum");
            BigDecimal below = bound(schema, "exclusiveMaximum");
            boolean bounds = least != null || most != null || above != null || below != null;
            return new Range(bounds, least, above, most, below);
        }

        @Nullable String wrong(Number value) {
            if (!bounds) {
                return null;
            }
            BigDecimal exact =
                    value instanceof Long number
                            ? BigDecimal.valueOf(number)
                            : new BigDecimal(value.doubleValue());
            if (least != null && exact.compareTo(least) < 0) {
                return "must be at least " + least;
            }
            if (above != null && exact.compareTo(above) <= 0) {
                return "must be above " + above;
            }
            if (most != null && exact.compareTo(most) > 0) {
                return "must be at most " + most;
            }
            return below != null && exact.compareTo(below) >= 0 ? "must be below " + below : null;
        }

        private static @Nullable BigDecimal bound(JsonNode schema, String keyword) {
            JsonNode bound = schema.get(keyword);
            return bound == null ? null : bound.decimalValue();
        }
    }
}
