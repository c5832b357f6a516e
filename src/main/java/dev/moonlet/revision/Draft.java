package dev.moonlet.revision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A revision in the making: the bundle, the parts made of it so far, and what is wrong. */
public final class Draft {

    private final Bundle bundle;
    private final Map<Class<?>, Object> parts = new HashMap<>();
    private final List<String> served = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    public Draft(Bundle bundle) {
        this.bundle = bundle;
    }

    public Bundle bundle() {
        return bundle;
    }

    public void report(Problem problem) {
        problems.add(problem);
    }

    /** Names a route that can be called. */
    public void serves(String route) {
        served.add(route);
    }

    /** Adds a part; the revision gives it out by its class. */
    public <P> void add(Class<P> type, P part) {
        parts.put(type, part);
    }

    /** A part that an earlier preparation has made. */
    public <P> P part(Class<P> type) {
        Object part = parts.get(type);
        if (part == null) {
            throw new IllegalStateException("no preparation has made " + type.getName());
        }
        return type.cast(part);
    }

    /** What is complete. */
    public Revision finish() {
        return new Revision(bundle, Map.copyOf(parts), List.copyOf(served), List.copyOf(problems));
    }
}
