package dev.moonlet.http.contract;

import dev.moonlet.lua.Rejected.Reason;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** The names and values of a query or a form, in their order; values are decoded when asked for. */
public final class Query {

    static final Query NONE = new Query(List.of(), List.of());

    private final List<String> names;
    private final List<String> raws;

    private Query(List<String> names, List<String> raws) {
        this.names = names;
        this.raws = raws;
    }

    /**
     * Reads what stands behind the question mark.
     *
     * @param most how many parameters there may be
     */
    public static Query of(@Nullable String text, int most) throws Wrong {
        if (text == null || text.isEmpty()) {
            return NONE;
        }
        List<String> names = new ArrayList<>();
        List<String> raws = new ArrayList<>();
        for (int start = 0; start <= text.length(); ) {
            int end = text.indexOf('&', start);
            end = end < 0 ? text.length() : end;
            if (names.size() == most) {
                throw new Wrong(true, "More than the %d parameters that are read.".formatted(most));
            }
            int equals = text.indexOf('=', start);
            boolean hasValue = equals >= 0 && equals < end;
            names.add(decode(text.substring(start, hasValue ? equals : end)));
            raws.add(hasValue ? text.substring(equals + 1, end) : "");
            start = end + 1;
        }
        return new Query(names, raws);
    }

    /** The fields of a form that are not encoded. */
    static Query ofPlain(List<String> names, List<String> values) {
        return new Query(
                names,
                values.stream()
                        .map(value -> URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .toList());
    }

    /** What is no query, or too much of one. */
    public static final class Wrong extends Exception {

        private final boolean isTooLarge;

        Wrong(boolean isTooLarge, String message) {
            super(message, null, false, false);
            this.isTooLarge = isTooLarge;
        }

        public boolean isTooLarge() {
            return isTooLarge;
        }
    }

    /** The raw value of a name as it was sent, if it was sent once or more. */
    List<String> raw(String name) {
        List<String> found = List.of();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equals(name)) {
                if (found.isEmpty()) {
                    found = List.of(raws.get(i));
                } else {
                    found = found.size() == 1 ? new ArrayList<>(found) : found;
                    found.add(raws.get(i));
                }
            }
        }
        return found;
    }

    List<String> names() {
        return names;
    }

    /** The first value of each name. */
    public Map<String, Object> first() throws Wrong {
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> first = LinkedHashMap.newLinkedHashMap(names.size());
        first(_ -> false, first);
        return first;
    }

    /** Puts the first value of each name, but for some. */
    void first(Predicate<String> except, Map<String, Object> values) throws Wrong {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!values.containsKey(name) && !except.test(name)) {
                values.put(name, decode(raws.get(i)));
            }
        }
    }

    static String decode(String text) throws Wrong {
        if (text.indexOf('%') < 0) {
            return text.replace('+', ' ');
        }
        try {
            return StringUtils.uriDecode(text.replace('+', ' '), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrong) {
            throw new Wrong(
                    false,
                    "In the query, '%s' is not percent-encoded as it should be.".formatted(text));
        }
    }

    /** What stands in a pointer for a parameter. */
    static String pointer(String place, String name) {
        return "/" + place + "/" + Reason.escaped(name);
    }
}
