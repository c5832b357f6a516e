package dev.moonlet.module;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a module has to do with: profiles allow and forbid whole classes. */
public enum ModuleClass {
    /** The same arguments give the same results. */
    DETERMINISTIC,
    /** Results vary by chance. */
    NONDETERMINISTIC,
    /** It tells or waits for the time. */
    TIME,
    ENCODING,
    IO,
    NETWORK,
    /** It keeps data. */
    STORAGE,
    PROCESS,
    SECURITY,
    /** It may be used where every step has to be repeatable. */
    WORKFLOW;

    private static final Set<ModuleClass> REPEATABLE = EnumSet.of(DETERMINISTIC, WORKFLOW);
    private static final Set<ModuleClass> OUTSIDE = EnumSet.of(IO, NETWORK, STORAGE, PROCESS);

    /** Whether a module of these classes may be used where every step has to be repeatable. */
    static boolean areWorkflowSafe(Set<ModuleClass> classes) {
        return !Collections.disjoint(classes, REPEATABLE) && Collections.disjoint(classes, OUTSIDE);
    }

    /** As profiles spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
