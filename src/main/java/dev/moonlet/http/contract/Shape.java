package dev.moonlet.http.contract;

import dev.moonlet.lua.Rejected;
import dev.moonlet.lua.Rejected.Reason;
import dev.moonlet.module.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a text, or texts that stand together, are read as. */
sealed interface Shape {

    Shape TEXT = new Scalar(Scalar.STRING);

    /**
     * The value of a text, of a list of texts, or of texts by name.
     *
     * @throws Misfit if it is no such value
     */
    Object read(Object texts) throws Misfit;

    /**
     * One value.
     *
     * @param types those that are tried, from the narrowest on
     */
    record Scalar(int types) implements Shape {

        static final int INTEGER = 1;
        static final int NUMBER = 2;
        static final int BOOLEAN = 4;
        static final int STRING = 8;

        @Override
        public Object read(Object texts) throws Misfit {
            if (!(texts instanceof String text)) {
                throw new Misfit("is more than one value");
            }
            if (types == STRING) {
                return text;
            }
            Object value = null;
            if ((types & (INTEGER | NUMBER)) != 0) {
                value = integer(text);
            }
            if (value == null && (types & NUMBER) != 0) {
                value = number(text);
            }
            if (value == null && (types & BOOLEAN) != 0) {
                value = truth(text);
            }
            if (value != null) {
                return value;
            }
            if ((types & STRING) != 0) {
                return text;
            }
            throw new Misfit(
                    switch (types) {
                        case INTEGER ->
                                isDigits(text)
                                        ? "is larger than an integer of 64 bits"
                                        : "is no integer";
                        case BOOLEAN -> "is not true or false";
                        case NUMBER, NUMBER | INTEGER -> "is no number";
                        default -> "is of none of the types that it may have";
                    });
        }

        private static @Nullable Long integer(String text) {
            if (!isDigits(text)) {
                return null;
            }
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException tooLarge) {
                return null;
            }
        }

        private static boolean isDigits(String text) {
            int start = text.startsWith("-") ? 1 : 0;
            for (int i = start; i < text.length(); i++) {
                if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                    return false;
                }
            }
            return text.length() > start;
        }

        /** Java takes more for a number than JSON does. */
        private static @Nullable Double number(String text) {
            for (int i = 0; i < text.length(); i++) {
                if ("0123456789.-+eE".indexOf(text.charAt(i)) < 0) {
                    return null;
                }
            }
            try {
                double number = Double.parseDouble(text);
                return Double.isFinite(number) ? (Double) number : null;
            } catch (NumberFormatException none) {
                return null;
            }
        }

        private static @Nullable Boolean truth(String text) {
            return switch (text) {
                case "true" -> Boolean.TRUE;
                case "false" -> Boolean.FALSE;
                default -> null;
            };
        }
    }

    /** Values that follow each other. */
    record Items(Shape item) implements Shape {

        @Override
        public Object read(Object texts) throws Misfit {
            List<Object> items = new ArrayList<>();
            for (Object each : texts instanceof List<?> several ? several : List.of(texts)) {
                try {
                    items.add(item.read(each));
                } catch (Misfit misfit) {
                    throw misfit.in(String.valueOf(items.size()));
                }
            }
            return items;
        }
    }

    /**
     * Values by name.
     *
     * @param others what those are that are not named here
     */
    record Fields(Map<String, Shape> known, Shape others) implements Shape {

        @Override
        public Object read(Object texts) throws Misfit {
            if (!(texts instanceof Map<?, ?> given)) {
                throw new Misfit("is not of the form name=value");
            }
            Map<String, Object> fields = LinkedHashMap.newLinkedHashMap(given.size());
            for (Map.Entry<?, ?> each : given.entrySet()) {
                String name = (String) each.getKey();
                try {
                    fields.put(name, known.getOrDefault(name, others).read(each.getValue()));
                } catch (Misfit misfit) {
                    throw misfit.in(Reason.escaped(name));
                }
            }
            return fields;
        }
    }

    /** JSON in a text. */
    record Json() implements Shape {

        @Override
        public Object read(Object texts) throws Misfit {
            if (!(texts instanceof String text)) {
                throw new Misfit("is more than one value");
            }
            try {
                JsonNode tree = JsonTree.read(text.getBytes(StandardCharsets.UTF_8));
                return Objects.requireNonNullElse(Trees.plain(tree), "");
            } catch (Rejected wrong) {
                throw new Misfit("is not JSON");
            }
        }
    }
}
