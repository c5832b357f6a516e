package dev.moonlet.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a revision offers and what it may do, for people who compare two: facts of things of a kind.
 *
 * @param kinds {@code routes: {GET /hello: {profile: [standard]}}}
 */
public record Traits(SortedMap<String, SortedMap<String, SortedMap<String, List<String>>>> kinds) {

    public Traits() {
        this(new TreeMap<>());
    }

    void add(String kind, String thing, String fact, List<String> values) {
        kinds.computeIfAbsent(kind, _ -> new TreeMap<>())
                .computeIfAbsent(thing, _ -> new TreeMap<>())
                .computeIfAbsent(fact, _ -> new ArrayList<>())
                .addAll(values);
    }
}
