package dev.moonlet.module;

import dev.moonlet.lua.Program;
import dev.moonlet.lua.Program.Required;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Tells, without running them, whether scripts of a profile get the modules that they name. */
final class CheckRequires {

    private final Program program;
    private final Modules modules;
    private final Profile profile;

    CheckRequires(Program program, Modules modules, Profile profile) {
        this.program = program;
        this.modules = modules;
        this.profile = profile;
    }

    /** Where a script, or one that it requires, asks for what it can't have, and why. */
    Optional<String> objection(String script) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(script));
        while (!open.isEmpty()) {
            String next = open.removeFirst();
            for (Required required :
                    seen.add(next) ? program.requiredBy(next) : Set.<Required>of()) {
                Optional<String> objection = objection(required);
                if (objection.isPresent()) {
                    return objection;
                }
                open.addLast(required.name());
            }
        }
        return Optional.empty();
    }

    private Optional<String> objection(Required required) {
        Optional<String> objection =
                program.hasScript(required.name()) && modules.definition(required.name()).isEmpty()
                        ? Optional.empty()
                        : modules.objection(required.name(), profile);
        return objection.map(
                reason -> "%s:%d: %s".formatted(required.script(), required.line(), reason));
    }
}
