package dev.moonlet.lua.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a program as small as it can be while something is still true of it. */
final class Reducer {

    private final Predicate<String> holds;

    Reducer(Predicate<String> holds) {
        this.holds = holds;
    }

    String reduce(String program) {
        String smallest = program;
        String before;
        do {
            before = smallest;
            smallest = without(Pieces.lines(smallest));
            smallest = unwrapped(smallest);
            smallest = without(Pieces.tokens(smallest));
            smallest = simplified(smallest);
        } while (smallest.length() < before.length());
        return smallest;
    }

    /** Leaves out runs of pieces, long ones first. */
    private String without(List<String> all) {
        List<String> pieces = all;
        for (int length = Math.max(1, pieces.size() / 2); length > 0; length /= 2) {
            int at = 0;
            while (at + length <= pieces.size()) {
                List<String> fewer = new ArrayList<>(pieces);
                fewer.subList(at, at + length).clear();
                if (holds.test(String.join("", fewer))) {
                    pieces = fewer;
                } else {
                    at += length;
                }
            }
        }
        return String.join("", pieces);
    }

    /** Leaves out the first and the last line of what is indented in between. */
    private String unwrapped(String program) {
        List<String> lines = Pieces.lines(program);
        int first = 0;
        while (first < lines.size()) {
            int last = first + 1;
            while (last < lines.size() && indent(lines.get(last)) > indent(lines.get(first))) {
                last++;
            }
            List<String> fewer = new ArrayList<>(lines);
            if (last < lines.size()) {
                fewer.remove(last);
            }
            fewer.remove(first);
            if (holds.test(String.join("", fewer))) {
                lines = fewer;
            } else {
                first++;
            }
        }
        return String.join("", lines);
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** Puts something small in the place of what stands in brackets, or of a name or a number. */
    private String simplified(String program) {
        List<String> tokens = Pieces.tokens(program);
        int at = 0;
        while (at < tokens.size()) {
            int end = closing(tokens, at);
            for (String simple : List.of("1", "nil", "{}")) {
                if (end > at + 1 || tokens.get(at).strip().length() > simple.length()) {
                    List<String> simpler = new ArrayList<>(tokens);
                    simpler.subList(at, end).clear();
                    simpler.add(at, " " + simple + " ");
                    if (holds.test(String.join("", simpler))) {
                        tokens = simpler;
                        end = at + 1;
                    }
                }
            }
            at++;
        }
        return String.join("", tokens);
    }

    /** Behind the bracket that closes the one at a place, or else behind that place. */
    private static int closing(List<String> tokens, int at) {
        int depth = 0;
        for (int i = at; i < tokens.size(); i++) {
            switch (tokens.get(i).strip()) {
                case "(", "{", "[", "function" -> depth++;
                case ")", "}", "]", "end" -> depth--;
                default -> {}
            }
            if (depth <= 0) {
                return i + 1;
            }
        }
        return at + 1;
    }
}
