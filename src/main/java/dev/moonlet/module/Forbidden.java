package dev.moonlet.module;

import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What no script may have, whatever its profile says.
 *
 * @param modules The modules that no profile gets.
 * @param classes The classes whose modules no profile gets.
 */
record Forbidden(@DefaultValue Set<String> modules, @DefaultValue Set<ModuleClass> classes) {

    static final Forbidden NOTHING = new Forbidden(Set.of(), Set.of());

    Optional<String> objection(Definition module) {
        if (modules.contains(module.name())) {
            return Optional.of("is forbidden by the operator (moonlet.forbid.modules)");
        }
        return module.classes().stream().anyMatch(classes::contains)
                ? Optional.of("has a class that the operator forbids (moonlet.forbid.classes)")
                : Optional.empty();
    }
}
