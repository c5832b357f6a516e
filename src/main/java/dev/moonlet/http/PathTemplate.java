package dev.moonlet.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A path whose segments are literals or have names in braces: {@code /hello/{name}}, {@code
 * /files/{name}.json}.
 *
 * @param names of all segments, in their order
 */
record PathTemplate(String text, List<Segment> segments, List<String> names) {

    /** A part of a path between two slashes. */
    sealed interface Segment {}

    record Literal(String text) implements Segment {}

    /** A name that takes the whole segment. */
    record Name() implements Segment {}

    /**
     * Names with texts around them.
     *
     * @param texts one more than there are names; only the outer ones may be empty
     */
    record Mixed(List<String> texts) implements Segment {

        /** What the names stand for, each for at least a character; null if this does not match. */
        @Nullable List<String> values(String segment) {
            String last = texts.getLast();
            int end = segment.length() - last.length();
            int start = texts.getFirst().length();
            if (end < start
                    || !segment.startsWith(texts.getFirst())
                    || !segment.startsWith(last, end)) {
                return null;
            }
            List<String> values = new ArrayList<>(texts.size() - 1);
            for (String text : texts.subList(1, texts.size() - 1)) {
                int found = segment.indexOf(text, start + 1);
                if (found < 0 || found + text.length() > end) {
                    return null;
                }
                values.add(segment.substring(start, found));
                start = found + text.length();
            }
            values.add(segment.substring(start, Math.max(start, end)));
            return end > start ? values : null;
        }

        /** How much of a segment is not a name. */
        int length() {
            return texts.stream().mapToInt(String::length).sum();
        }
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException if the text is no template
     */
    static PathTemplate of(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("a path starts with /");
        }
        List<Segment> segments = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String segment : text.substring(1).split("/", -1)) {
            segments.add(segment(segment, names));
        }
        return new PathTemplate(text, segments, names);
    }

    private static Segment segment(String segment, List<String> names) {
        List<String> texts = new ArrayList<>();
        int start = 0;
        for (int open = segment.indexOf('{'); open >= 0; open = segment.indexOf('{', start)) {
            int close = segment.indexOf('}', open);
            if (close < 0 || (open == start && !texts.isEmpty())) {
                throw noSegment(segment);
            }
            texts.add(literal(segment, start, open));
            names.add(unique(segment.substring(open + 1, close), segment, names));
            start = close + 1;
        }
        String rest = literal(segment, start, segment.length());
        if (texts.isEmpty()) {
            return new Literal(rest);
        }
        texts.add(rest);
        return texts.equals(List.of("", "")) ? new Name() : new Mixed(List.copyOf(texts));
    }

    private static String literal(String segment, int start, int end) {
        String literal = segment.substring(start, end);
        if (literal.indexOf('}') >= 0) {
            throw noSegment(segment);
        }
        return literal;
    }

    private static String unique(String name, String segment, List<String> earlier) {
        if (name.isEmpty() || name.indexOf('{') >= 0) {
            throw noSegment(segment);
        }
        if (earlier.contains(name)) {
            throw new IllegalArgumentException("the name '%s' stands twice".formatted(name));
        }
        return name;
    }

    private static IllegalArgumentException noSegment(String segment) {
        return new IllegalArgumentException(
                "the segment '%s' is not of the form {name}, with text between names"
                        .formatted(segment));
    }

    /** The names, and whether each has a segment to itself. */
    Map<String, Boolean> wholeNames() {
        Map<String, Boolean> whole = new LinkedHashMap<>();
        int next = 0;
        for (Segment segment : segments) {
            if (segment instanceof Name) {
                whole.put(names.get(next++), true);
            } else if (segment instanceof Mixed(List<String> texts)) {
                for (int i = 1; i < texts.size(); i++) {
                    whole.put(names.get(next++), false);
                }
            }
        }
        return whole;
    }

    /** The place of the segment that a name has to itself. */
    int place(String name) {
        int next = 0;
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i) instanceof Name && names.get(next++).equals(name)) {
                return i;
            }
            if (segments.get(i) instanceof Mixed(List<String> texts)) {
                next += texts.size() - 1;
            }
        }
        throw new IllegalArgumentException(name);
    }

    /** The values of the names, given what stood in their places. */
    Map<String, String> parameters(List<String> values) {
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<String, String> parameters = HashMap.newHashMap(names.size());
        for (int i = 0; i < names.size(); i++) {
            parameters.put(names.get(i), values.get(i));
        }
        return parameters;
    }
}
