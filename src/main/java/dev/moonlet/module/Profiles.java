package dev.moonlet.module;

import dev.moonlet.lua.Limits;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The profiles of a revision: the three that are built in, the operator's, and the bundle's. */
public final class Profiles {

    private static final List<Profile> BUILT_IN =
            List.of(
                    profile(
                            "minimal",
                            Set.of("errors", "json", "moonlet", "text", "time"),
                            Set.of(Feature.SANDBOX),
                            limits(1, 1, 60, 10)),
                    profile(
                            Profile.DEFAULT,
                            Set.of(
                                    "actionbus",
                                    "api",
                                    "async",
                                    "base64",
                                    "cache",
                                    "crypto",
                                    "errors",
                                    "events",
                                    "http",
                                    "json",
                                    "log",
                                    "moonlet",
                                    "net",
                                    "text",
                                    "time"),
                            Set.of(Feature.SANDBOX, Feature.ASYNC),
                            limits(10, 5, 3_600, 50)),
                    profile(
                            "full",
                            Set.of(Profile.ALL),
                            Set.of(Feature.ASYNC, Feature.DEBUG),
                            limits(30, 30, 86_400, 200)));

    private final Map<String, Profile> byName = new TreeMap<>();
    private final Set<String> fixed = new HashSet<>();

    /** The three that are built in. */
    public Profiles() {
        BUILT_IN.forEach(this::add);
    }

    /** A copy, to be added to. */
    Profiles(Profiles others) {
        byName.putAll(others.byName);
        fixed.addAll(others.fixed);
    }

    public Optional<Profile> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Collection<Profile> all() {
        return byName.values();
    }

    /** The names that {@link #named} knows, for messages. */
    public String names() {
        return String.join(", ", byName.keySet());
    }

    /** Keeps a profile from being changed. */
    void fix(String name) {
        fixed.add(name);
    }

    boolean isFixed(String name) {
        return fixed.contains(name);
    }

    void add(Profile profile) {
        byName.put(profile.name(), profile);
    }

    private static Profile profile(
            String name, Set<String> modules, Set<Feature> features, Limits limits) {
        return new Profile(
                name,
                modules,
                EnumSet.allOf(ModuleClass.class),
                features,
                limits,
                Profile.Pool.UNSAID,
                Stage.STANDARD);
    }

    private static Limits limits(int time, int cpu, int stream, int megabytes) {
        long memory = megabytes * 1024L * 1024;
        return new Limits(
                Duration.ofSeconds(time),
                Duration.ofSeconds(cpu),
                Duration.ofSeconds(stream),
                memory,
                memory / 4,
                1_000,
                memory / 10);
    }
}
