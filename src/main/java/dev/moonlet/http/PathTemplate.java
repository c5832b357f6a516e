package dev.moonlet.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path whose segments are literals or, in braces, names: {@code /hello/{name}}.
 *
 * @param segments a literal, or null where any segment matches
 * @param names of the segments that are not literals, in their order
 */
record PathTemplate(String text, List<@Nullable String> segments, List<String> names) {

    private static final Pattern NAME = Pattern.compile("\\{([^{}]+)}");

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException if the text is no template
     */
    static PathTemplate of(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("a path starts with /");
        }
        List<@Nullable String> segments = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String segment : text.substring(1).split("/", -1)) {
            Matcher name = NAME.matcher(segment);
            if (name.matches()) {
                names.add(unique(name.group(1), names));
                segments.add(null);
            } else if (segment.contains("{") || segment.contains("}")) {
                throw new IllegalArgumentException(
                        "the segment '%s' mixes text and a name: a name takes a whole segment"
                                .formatted(segment));
            } else {
                segments.add(segment);
            }
        }
        return new PathTemplate(text, segments, names);
    }

    /** The values of the names, given what stood in their places. */
    Map<String, String> parameters(List<String> values) {
        Map<String, String> parameters = HashMap.newHashMap(names.size());
        for (int i = 0; i < names.size(); i++) {
            parameters.put(names.get(i), values.get(i));
        }
        return parameters;
    }

    private static String unique(String name, List<String> earlier) {
        if (earlier.contains(name)) {
            throw new IllegalArgumentException("the name '%s' stands twice".formatted(name));
        }
        return name;
    }
}
