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

    private static final List<Profile> BUILT_IN =
            List.of(
                    new Profile("minimal", Set.of(), time(1)),
                    new Profile("standard", Set.of("async"), time(10)),
                    new Profile("full", Set.of("async"), time(30)));

    public static Optional<Profile> named(String name) {
        return BUILT_IN.stream().filter(profile -> profile.name.equals(name)).findFirst();
    }

    /** The names that {@link #named} knows, for messages. */
    public static String names() {
        return String.join(", ", BUILT_IN.stream().map(Profile::name).sorted().toList());
    }

    private static Limits time(int seconds) {
        return new Limits(Duration.ofSeconds(seconds));
    }
}
