package dev.moonlet.http.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds a parameter in a query, or a field in a form, as {@link Shape#read} takes it. */
sealed interface QueryStyle {

    /** Null if it is not there. */
    @Nullable Object texts(Query query) throws Misfit, Query.Wrong;

    /** Whether a name of the query belongs to this. */
    boolean owns(String name);

    /** One value. */
    record One(String name) implements QueryStyle {

        @Override
        public @Nullable Object texts(Query query) throws Misfit, Query.Wrong {
            List<String> values = query.raw(name);
            if (values.size() > 1) {
                throw new Misfit("stands %d times".formatted(values.size()));
            }
            return values.isEmpty() ? null : Query.decode(values.getFirst());
        }

        @Override
        public boolean owns(String other) {
            return name.equals(other);
        }
    }

    /** {@code color=blue&color=black}. */
    record Each(String name) implements QueryStyle {

        @Override
        public @Nullable Object texts(Query query) throws Query.Wrong {
            List<String> values = query.raw(name);
            return values.isEmpty() ? null : Style.Apart.map(values, Query::decode);
        }

        @Override
        public boolean owns(String other) {
            return name.equals(other);
        }
    }

    /** {@code color=blue,black}; a delimiter that is encoded is part of a value. */
    record Delimited(String name, Shape shape, Pattern delimiter) implements QueryStyle {

        static final Pattern COMMA = Pattern.compile(",");
        static final Pattern SPACE = Pattern.compile("%20|\\+");
        static final Pattern PIPE = Pattern.compile("\\||%7[Cc]");

        @Override
        public @Nullable Object texts(Query query) throws Misfit, Query.Wrong {
            List<String> values = query.raw(name);
            if (values.isEmpty()) {
                return null;
            }
            if (values.size() > 1) {
                throw new Misfit("stands %d times".formatted(values.size()));
            }
            String raw = values.getFirst();
            List<String> parts = raw.isEmpty() ? List.of() : List.of(delimiter.split(raw, -1));
            return Style.Apart.map(Style.Apart.texts(shape, parts, false), Query::decode);
        }

        @Override
        public boolean owns(String other) {
            return name.equals(other);
        }
    }

    /** An object whose properties are parameters by themselves: {@code R=100&G=200}. */
    record Exploded(Map<String, QueryStyle> properties) implements QueryStyle {

        static Exploded of(Set<String> names, Shape.Fields shape) {
            Map<String, QueryStyle> properties = new LinkedHashMap<>();
            names.forEach(name -> properties.put(name, property(name, shape.known().get(name))));
            return new Exploded(properties);
        }

        private static QueryStyle property(String name, @Nullable Shape shape) {
            return shape instanceof Shape.Items ? new Each(name) : new One(name);
        }

        @Override
        public @Nullable Object texts(Query query) throws Misfit, Query.Wrong {
            Map<String, Object> texts = new LinkedHashMap<>();
            for (Map.Entry<String, QueryStyle> each : properties.entrySet()) {
                Object text = each.getValue().texts(query);
                if (text != null) {
                    texts.put(each.getKey(), text);
                }
            }
            return texts.isEmpty() ? null : texts;
        }

        @Override
        public boolean owns(String name) {
            return properties.containsKey(name);
        }
    }

    /** {@code color[R]=100&color[G]=200}. */
    record Deep(String name, Shape shape) implements QueryStyle {

        @Override
        public @Nullable Object texts(Query query) throws Misfit, Query.Wrong {
            Map<String, Object> texts = new LinkedHashMap<>();
            for (String each : query.names()) {
                if (owns(each)) {
                    String property = each.substring(name.length() + 1, each.length() - 1);
                    if (property.indexOf('[') >= 0 || property.indexOf(']') >= 0) {
                        throw new Misfit("has a property that is nested more than one deep");
                    }
                    if (!texts.containsKey(property)) {
                        texts.put(property, property(query, each, property));
                    }
                }
            }
            return texts.isEmpty() ? null : texts;
        }

        private Object property(Query query, String name, String property)
                throws Misfit, Query.Wrong {
            boolean isList =
                    shape instanceof Shape.Fields fields
                            && fields.known().getOrDefault(property, fields.others())
                                    instanceof Shape.Items;
            List<String> values = query.raw(name);
            if (values.size() > 1 && !isList) {
                throw new Misfit("has a property that stands %d times".formatted(values.size()));
            }
            List<String> decoded = new ArrayList<>();
            for (String value : values) {
                decoded.add(Query.decode(value));
            }
            return isList ? decoded : decoded.getFirst();
        }

        @Override
        public boolean owns(String other) {
            return other.length() > name.length() + 1
                    && other.startsWith(name)
                    && other.charAt(name.length()) == '['
                    && other.endsWith("]");
        }
    }
}
