package dev.moonlet.module;

import dev.moonlet.lua.Limits;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What of a profile is loaded together, before anybody asks for it: modules, or scripts of the
 * bundle.
 *
 * @param priority stages of a lower one come first
 * @param timeout how long all of it may take
 * @param required without these nothing of the profile is served
 * @param optional these are loaded once the profile is served; one that fails degrades health
 */
record Stage(
        String name, int priority, Duration timeout, List<String> required, List<String> optional) {

    /** Of a module that no stage names, too. */
    static final Duration LONGEST = Duration.ofSeconds(15);

    /** Those that each profile has, as long as it says nothing else of them. */
    static final List<Stage> STANDARD =
            List.of(
                    empty("critical", 1, Duration.ofSeconds(5)),
                    empty("standard", 2, Duration.ofSeconds(10)),
                    empty("optional", 3, LONGEST));

    /** A stage of a name that no profile has yet: it comes last. */
    static Stage named(String name) {
        return empty(name, STANDARD.getLast().priority + 1, LONGEST);
    }

    private static Stage empty(String name, int priority, Duration timeout) {
        return new Stage(name, priority, timeout, List.of(), List.of());
    }

    Stage {
        timeout = Limits.finite(timeout);
    }

    Stream<String> names() {
        return Stream.concat(required.stream(), optional.stream());
    }
}
