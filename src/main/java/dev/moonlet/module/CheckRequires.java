package dev.moonlet.module;

import dev.moonlet.lua.Program;
import dev.moonlet.lua.Program.Required;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
        return all(script).flatMap(each -> objection(each).stream()).findFirst();
    }

    /** What a script requires, and all that it requires. */
    Stream<Required> all(String script) {
        Set<String> seen = new HashSet<>(Set.of(script));
        Deque<String> open = new ArrayDeque<>(Set.of(script));
        List<Required> all = new ArrayList<>();
        while (!open.isEmpty()) {
            for (Required required : program.requiredBy(open.removeFirst())) {
                all.add(required);
                if (seen.add(required.name())) {
                    open.addLast(required.name());
                }
            }
        }
        return all.stream();
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
