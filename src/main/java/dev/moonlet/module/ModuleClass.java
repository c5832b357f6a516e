package dev.moonlet.module;

import java.util.Locale;

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

    /** As profiles spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
