package dev.moonlet.security;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a route asks of its callers, as OpenAPI's {@code security} says it: one of the alternatives
 * must be met; none at all means that anyone may call.
 *
 * @param alternatives the scopes that each asks for; without scopes, a known caller is enough
 */
public record Requirements(List<Alternative> alternatives) {

    public static final Requirements NONE = new Requirements(List.of());

    /**
     * One way to be allowed.
     *
     * @param open whether it is met by anyone, as {@code {}} is in a document
     */
    public record Alternative(boolean open, Set<String> scopes) {}

    public Requirements {
        alternatives = List.copyOf(alternatives);
    }

    /** Whether an anonymous caller is enough. */
    public boolean open() {
        return alternatives.isEmpty() || alternatives.stream().anyMatch(Alternative::open);
    }

    /** The alternatives as people read them; nothing if nobody is asked for anything. */
    public List<String> facts() {
        return open()
                ? List.of()
                : alternatives.stream()
                        .map(each -> String.join(" ", new TreeSet<>(each.scopes())))
                        .map(scopes -> scopes.isEmpty() ? "a caller" : scopes)
                        .sorted()
                        .toList();
    }

    public boolean metBy(Caller caller) {
        return open()
                || (!caller.anonymous()
                        && alternatives.stream()
                                .anyMatch(each -> caller.scopes().containsAll(each.scopes())));
    }
}
