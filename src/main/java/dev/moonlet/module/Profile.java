package dev.moonlet.module;

import dev.moonlet.lua.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a script may use.
 *
 * @param modules the names that {@code require} finds, apart from the bundle's own scripts
 */
public record Profile(String name, Set<String> modules, Limits limits) {

    /** The profile of routes that name none. */
    public static final String DEFAULT = "standard";

    /** Stands for all modules that are installed. */
    static final String ALL = "*";

    private static final List<Profile> BUILT_IN =
            List.of(
                    new Profile("minimal", Set.of(), limits(1, 1, 10)),
                    new Profile("standard", Set.of("async"), limits(10, 5, 50)),
                    new Profile("full", Set.of(ALL), limits(30, 30, 200)));

    public static Optional<Profile> named(String name) {
        return BUILT_IN.stream().filter(profile -> profile.name.equals(name)).findFirst();
    }

    /** Whether its scripts may have a module. */
    boolean allows(Definition module) {
        return modules.contains(module.name()) || modules.contains(ALL);
    }

    /** The names that {@link #named} knows, for messages. */
    public static String names() {
        return String.join(", ", BUILT_IN.stream().map(Profile::name).sorted().toList());
    }

    private static Limits limits(int time, int cpu, int megabytes) {
        long memory = megabytes * 1024L * 1024;
        return new Limits(
                Duration.ofSeconds(time),
                Duration.ofSeconds(cpu),
                memory,
                memory / 4,
                1_000,
                memory / 10);
    }
}
