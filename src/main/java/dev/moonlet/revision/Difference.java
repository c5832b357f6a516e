package dev.moonlet.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What changes from one revision to another.
 *
 * @param files by their path, what becomes of them
 * @param traits by kind and thing, what becomes of it; what stays as it is is not there
 */
public record Difference(
        SortedMap<String, Fate> files, SortedMap<String, SortedMap<String, Change>> traits) {

    /** What becomes of a thing. */
    public enum Fate {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * What becomes of a thing of which facts are known.
     *
     * @param facts by name, of those that are not the same
     */
    public record Change(Fate fate, SortedMap<String, Values> facts) {}

    /** The values that a fact has now and had not before, and the other way round. */
    public record Values(List<String> gained, List<String> lost) {}

    /** What changes in files, which are known by their hashes, and in traits. */
    public static Difference of(
            SortedMap<String, String> filesBefore,
            Traits before,
            SortedMap<String, String> filesAfter,
            Traits after) {
        SortedMap<String, SortedMap<String, Change>> kinds = new TreeMap<>();
        for (String kind : names(before.kinds(), after.kinds())) {
            SortedMap<String, Change> changes = changes(things(before, kind), things(after, kind));
            if (!changes.isEmpty()) {
                kinds.put(kind, changes);
            }
        }
        return new Difference(fates(filesBefore, filesAfter), kinds);
    }

    private static SortedMap<String, Fate> fates(Map<String, ?> before, Map<String, ?> after) {
        SortedMap<String, Fate> fates = new TreeMap<>();
        for (String name : names(before, after)) {
            if (!before.containsKey(name)) {
                fates.put(name, Fate.ADDED);
            } else if (!after.containsKey(name)) {
                fates.put(name, Fate.REMOVED);
            } else if (!before.get(name).equals(after.get(name))) {
                fates.put(name, Fate.CHANGED);
            }
        }
        return fates;
    }

    private static SortedMap<String, Change> changes(
            Map<String, SortedMap<String, List<String>>> before,
            Map<String, SortedMap<String, List<String>>> after) {
        SortedMap<String, Change> changes = new TreeMap<>();
        fates(before, after)
                .forEach((thing, fate) ->
                        changes.put(
                                thing,
                                new Change(
                                        fate, values(facts(before, thing), facts(after, thing)))));
        return changes;
    }

    private static SortedMap<String, Values> values(
            Map<String, List<String>> before, Map<String, List<String>> after) {
        SortedMap<String, Values> values = new TreeMap<>();
        for (String fact : names(before, after)) {
            List<String> had = before.getOrDefault(fact, List.of());
            List<String> has = after.getOrDefault(fact, List.of());
            Values change = new Values(without(has, had), without(had, has));
            if (!change.gained().isEmpty() || !change.lost().isEmpty()) {
                values.put(fact, change);
            }
        }
        return values;
    }

    private static List<String> without(List<String> all, List<String> others) {
        List<String> rest = new ArrayList<>(all);
        rest.removeAll(others);
        return rest;
    }

    private static Map<String, SortedMap<String, List<String>>> things(Traits traits, String kind) {
        return traits.kinds().getOrDefault(kind, new TreeMap<>());
    }

    private static Map<String, List<String>> facts(
            Map<String, SortedMap<String, List<String>>> things, String thing) {
        return things.getOrDefault(thing, new TreeMap<>());
    }

    private static SortedSet<String> names(Map<String, ?> before, Map<String, ?> after) {
        SortedSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names;
    }
}
