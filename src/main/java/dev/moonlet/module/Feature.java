package dev.moonlet.module;

import java.util.Locale;

/** What a profile switches on. */
public enum Feature {
    /** Says that scripts are kept from the machine; they always are. */
    SANDBOX,
    /** Scripts may have modules that wait for the outside. */
    ASYNC,
    /** {@code trace} prints. */
    DEBUG,
    /** Scripts may have only modules that are safe in a workflow. */
    WORKFLOW_SAFE;

    /** As profiles spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
