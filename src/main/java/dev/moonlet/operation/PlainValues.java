package dev.moonlet.operation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as JSON has them: null, Boolean, Long, Double, String, Lists, and Maps by String. Nobody
 * can change them, so that all threads may share them.
 */
public final class PlainValues {

    private static final int MAX_DEPTH = 100;

    private PlainValues() {}

    /** A map of such values that is a copy of another. */
    public static Map<String, @Nullable Object> copy(Map<?, ?> fields) {
        return copy(fields, "", 0);
    }

    /**
     * Such a value that is a copy of another.
     *
     * @throws IllegalArgumentException if there is none, with the place of what has none
     */
    public static @Nullable Object copy(@Nullable Object value) {
        return copy(value, "", 0);
    }

    /** About how many bytes such a value takes. */
    public static long size(@Nullable Object value) {
        return switch (value) {
            case String text -> 56 + (isLatin(text) ? text.length() : 2L * text.length());
            case List<?> items -> {
                long size = 72 + 4L * items.size();
                for (Object item : items) {
                    size += size(item);
                }
                yield size;
            }
            case Map<?, ?> fields -> {
                long size = 136;
                for (Map.Entry<?, ?> field : fields.entrySet()) {
                    size += 48 + size(field.getKey()) + size(field.getValue());
                }
                yield size;
            }
            case null, default -> 24;
        };
    }

    private static boolean isLatin(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xff) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Object copy(@Nullable Object value, String place, int depth) {
        return switch (value) {
            case null -> null;
            case Boolean truth -> truth;
            case Long number -> number;
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case Byte number -> number.longValue();
            case Double number when Double.isFinite(number) -> number;
            case Float number when Float.isFinite(number) -> number.doubleValue();
            case CharSequence text -> text.toString();
            case Collection<?> items -> copy(items, place, depth);
            case Map<?, ?> fields -> copy(fields, place, depth);
            default -> throw noPlainValue(value, place);
        };
    }

    private static List<@Nullable Object> copy(Collection<?> items, String place, int depth) {
        checkDepth(place, depth);
        List<@Nullable Object> copy = new ArrayList<>(items.size());
        for (Object item : items) {
            copy.add(copy(item, place + "[" + copy.size() + "]", depth + 1));
        }
        return Collections.unmodifiableList(copy);
    }

    private static Map<String, @Nullable Object> copy(Map<?, ?> fields, String place, int depth) {
        checkDepth(place, depth);
        Map<String, @Nullable Object> copy = LinkedHashMap.newLinkedHashMap(fields.size());
        fields.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException(
                        "the key %s%s is no String".formatted(key, at(place)));
            }
            String field = place.isEmpty() ? name : place + "." + name;
            copy.put(name, copy(value, field, depth + 1));
        });
        return Collections.unmodifiableMap(copy);
    }

    private static void checkDepth(String place, int depth) {
        if (depth == MAX_DEPTH) {
            throw new IllegalArgumentException(
                    "the value is nested more than %d deep%s: does it contain itself?"
                            .formatted(MAX_DEPTH, at(place)));
        }
    }

    private static IllegalArgumentException noPlainValue(Object value, String place) {
        return new IllegalArgumentException(
                "a %s%s is nothing that JSON has: give null, a Boolean, a finite number, a text, a"
                                .formatted(value.getClass().getName(), at(place))
                        + " Collection or a Map");
    }

    private static String at(String place) {
        return place.isEmpty() ? "" : " at " + place;
    }
}
