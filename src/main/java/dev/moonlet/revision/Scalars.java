package dev.moonlet.revision;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The values of scalars by the core schema of YAML 1.2, which is what JSON can say: {@code no} is a
 * text, and so is a date.
 */
final class Scalars {

    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?");
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");

    private Scalars() {}

    /** A text, a boolean, a {@link BigInteger}, a {@link BigDecimal}, or null. */
    static @Nullable Object value(ScalarNode scalar) {
        String text = scalar.getValue();
        if (!scalar.isPlain()) {
            return text;
        }
        if (NULL.contains(text)) {
            return null;
        }
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return TRUE.contains(text);
        }
        if (INTEGER.matcher(text).matches()) {
            return new BigInteger(text);
        }
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : text;
    }
}
