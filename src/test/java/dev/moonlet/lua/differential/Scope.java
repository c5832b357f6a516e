package dev.moonlet.lua.differential;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The variables that a place of a program sees. */
final class Scope {

    private final @Nullable Scope outer;
    private final List<Variable> variables = new ArrayList<>();
    private final boolean vararg;
    private final boolean loop;

    private Scope(@Nullable Scope outer, boolean vararg, boolean loop) {
        this.outer = outer;
        this.vararg = vararg;
        this.loop = loop;
    }

    static Scope ofMain() {
        return new Scope(null, true, false);
    }

    Scope block() {
        return new Scope(this, vararg, loop);
    }

    Scope loop() {
        return new Scope(this, vararg, true);
    }

    /** A loop that no break leaves. */
    Scope closingLoop() {
        return new Scope(this, vararg, false);
    }

    Scope function(boolean vararg) {
        return new Scope(this, vararg, false);
    }

    boolean isVararg() {
        return vararg;
    }

    /** Whether a break may stand here. */
    boolean inLoop() {
        return loop;
    }

    void declare(Variable variable) {
        variables.add(variable);
    }

    /** The variables that can be seen here and are as it is asked for. */
    List<Variable> find(Predicate<Variable> wanted) {
        List<Variable> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Scope scope = this; scope != null; scope = scope.outer) {
            for (Variable variable : scope.variables.reversed()) {
                if (names.add(variable.name()) && wanted.test(variable)) {
                    found.add(variable);
                }
            }
        }
        return found;
    }
}
