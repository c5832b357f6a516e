package dev.moonlet.module;

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

    private static final Set<ModuleClass> REPEATABLE = Set.of(DETERMINISTIC, WORKFLOW);
    private static final Set<ModuleClass> OUTSIDE = Set.of(IO, NETWORK, STORAGE, PROCESS);

    /** Whether modules of such classes may be used where every step has to be repeatable. */
    public static boolean isWorkflowSafe(Set<ModuleClass> classes) {
        return classes.stream().anyMatch(REPEATABLE::contains)
                && classes.stream().noneMatch(OUTSIDE::contains);
    }

    /** As profiles spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
