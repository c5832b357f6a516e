package dev.moonlet.http.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Takes a parameter of the path, a header or a cookie apart: a text, a list of texts, or texts by
 * name, as {@link Shape#read} takes them.
 */
@FunctionalInterface
interface Style {

    Object texts(String raw) throws Misfit, Query.Wrong;

    /** A whole text. */
    Style WHOLE = raw -> raw;

    /**
     * The styles {@code simple} of headers and {@code form} of cookies, whose texts are as sent.
     */
    static Style plain(Shape shape, boolean explode) {
        return raw -> Apart.texts(shape, split(raw, ',', String::strip), explode);
    }

    /** The style {@code simple} of paths. */
    static Style simple(Shape shape, boolean explode) {
        return raw -> decoded(Apart.texts(shape, split(raw, ',', Style::same), explode));
    }

    /** The style {@code label}: {@code .blue,black}, or {@code .blue.black} exploded. */
    static Style label(Shape shape, boolean explode) {
        return raw -> {
            if (!raw.startsWith(".")) {
                throw new Misfit("does not start with a dot");
            }
            String rest = raw.substring(1);
            if (shape instanceof Shape.Scalar) {
                return decoded(rest);
            }
            List<String> parts = split(rest, explode ? '.' : ',', Style::same);
            return decoded(Apart.texts(shape, parts, explode));
        };
    }

    /** The style {@code matrix}: {@code ;color=blue,black}, or each by itself exploded. */
    record Matrix(String name, Shape shape, boolean explode) implements Style {

        @Override
        public Object texts(String raw) throws Misfit, Query.Wrong {
            if (!raw.startsWith(";")) {
                throw new Misfit("is not of the form ;%s=…".formatted(name));
            }
            List<String> parts = split(raw.substring(1), ';', Style::same);
            return explode && shape instanceof Shape.Fields
                    ? decoded(Apart.assigned(parts))
                    : decoded(values(parts));
        }

        private Object values(List<String> parts) throws Misfit {
            List<String> values = new ArrayList<>();
            for (String part : parts) {
                int equals = part.indexOf('=');
                if (!(equals < 0 ? part : part.substring(0, equals)).equals(name)) {
                    throw new Misfit("is not of the form ;%s=…".formatted(name));
                }
                values.add(equals < 0 ? "" : part.substring(equals + 1));
            }
            if (explode && shape instanceof Shape.Items) {
                return values;
            }
            if (values.size() != 1) {
                throw new Misfit("stands %d times".formatted(values.size()));
            }
            return shape instanceof Shape.Scalar
                    ? values.getFirst()
                    : Apart.texts(shape, split(values.getFirst(), ',', Style::same), false);
        }
    }

    private static String same(String text) {
        return text;
    }

    /** The parts between delimiters; none of an empty text. */
    static List<String> split(String text, char delimiter, UnaryOperator<String> part) {
        List<String> parts = new ArrayList<>();
        for (int start = 0; start <= text.length() && !text.isEmpty(); ) {
            int end = text.indexOf(delimiter, start);
            end = end < 0 ? text.length() : end;
            parts.add(part.apply(text.substring(start, end)));
            start = end + 1;
        }
        return parts;
    }

    /** Texts of a path, where a plus is a plus. */
    private static Object decoded(Object texts) throws Query.Wrong {
        return Apart.map(texts, text -> Query.decode(text.replace("+", "%2B")));
    }

    /** What stands in the parts of a text. */
    final class Apart {

        private Apart() {}

        static Object texts(Shape shape, List<String> parts, boolean assigned) throws Misfit {
            if (shape instanceof Shape.Fields) {
                return assigned ? assigned(parts) : alternating(parts);
            }
            return parts;
        }

        /** {@code R=100,G=200} as names and values. */
        static Map<String, String> assigned(List<String> parts) throws Misfit {
            Map<String, String> texts = new LinkedHashMap<>();
            for (String part : parts) {
                int equals = part.indexOf('=');
                if (equals < 0) {
                    throw new Misfit("is not of the form name=value");
                }
                put(texts, part.substring(0, equals), part.substring(equals + 1));
            }
            return texts;
        }

        /** {@code R,100,G,200} as names and values. */
        static Map<String, String> alternating(List<String> parts) throws Misfit {
            if (parts.size() % 2 != 0) {
                throw new Misfit("has a name without a value");
            }
            Map<String, String> texts = new LinkedHashMap<>();
            for (int i = 0; i < parts.size(); i += 2) {
                put(texts, parts.get(i), parts.get(i + 1));
            }
            return texts;
        }

        private static void put(Map<String, String> texts, String name, String text) throws Misfit {
            if (texts.put(name, text) != null) {
                throw new Misfit("has a name twice");
            }
        }

        static Object map(Object texts, Decoding decoding) throws Query.Wrong {
            if (texts instanceof String text) {
                return decoding.apply(text);
            }
            if (texts instanceof List<?> list) {
                List<String> all = new ArrayList<>(list.size());
                for (Object each : list) {
                    all.add(decoding.apply((String) each));
                }
                return all;
            }
            Map<String, String> all = new LinkedHashMap<>();
            for (Map.Entry<?, ?> each : ((Map<?, ?>) texts).entrySet()) {
                all.put(
                        decoding.apply((String) each.getKey()),
                        decoding.apply((String) each.getValue()));
            }
            return all;
        }
    }

    /** Makes a text of what was sent. */
    @FunctionalInterface
    interface Decoding {
        String apply(String raw) throws Query.Wrong;
    }
}
