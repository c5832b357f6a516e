package dev.moonlet.module;

import dev.moonlet.lua.Limits;
import dev.moonlet.lua.PoolSettings;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a script may use.
 *
 * @param modules the names that {@code require} finds, apart from the bundle's own scripts
 * @param classes what these may have to do with
 * @param pool how many states it has
 * @param stages what is loaded before anybody asks for it
 */
public record Profile(
        String name,
        Set<String> modules,
        Set<ModuleClass> classes,
        Set<Feature> features,
        Limits limits,
        Pool pool,
        List<Stage> stages) {

    /** The profile of routes that name none. */
    public static final String DEFAULT = "standard";

    /** Stands for all modules that are installed. */
    static final String ALL = "*";

    /** How many states a profile has, where it does not leave that to the operator. */
    public record Pool(Optional<Integer> min, Optional<Integer> max) {

        static final Pool UNSAID = new Pool(Optional.empty(), Optional.empty());

        PoolSettings settings(PoolSettings operators) {
            int most = Math.min(max.orElse(operators.max()), operators.max());
            return operators.withSize(Math.min(min.orElse(operators.min()), most), most);
        }
    }

    /** A profile that may have some modules, whatever they have to do with, and may wait. */
    public Profile(String name, Set<String> modules, Limits limits) {
        this(
                name,
                modules,
                EnumSet.allOf(ModuleClass.class),
                EnumSet.of(Feature.SANDBOX, Feature.ASYNC),
                limits,
                Pool.UNSAID,
                Stage.STANDARD);
    }

    /** How long a module may take to begin. */
    Duration patience(String module) {
        return stages.stream()
                .filter(stage -> stage.names().anyMatch(module::equals))
                .map(Stage::timeout)
                .findFirst()
                .orElse(Stage.LONGEST);
    }

    /** Why its scripts may not have a module, if they may not. */
    Optional<String> objection(Definition module) {
        if (!modules.contains(ALL) && !modules.contains(module.name())) {
            return Optional.of("is not allowed in profile '%s'".formatted(name));
        }
        for (ModuleClass each : module.classes()) {
            if (!classes.contains(each)) {
                return Optional.of(
                        "is not allowed in profile '%s', which forbids the class %s"
                                .formatted(name, each.word()));
            }
        }
        if (features.contains(Feature.WORKFLOW_SAFE)
                && !ModuleClass.areWorkflowSafe(module.classes())) {
            return Optional.of(
                    "is not allowed in profile '%s', for it is not workflow-safe".formatted(name));
        }
        return module.waits() && !features.contains(Feature.ASYNC)
                ? Optional.of(
                        "is not allowed in profile '%s', which lacks the feature async"
                                .formatted(name))
                : Optional.empty();
    }
}
