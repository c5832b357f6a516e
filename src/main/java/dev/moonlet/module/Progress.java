package dev.moonlet.module;

import java.util.Locale;

/** How far it has come with what is to be loaded. */
public enum Progress {
    WAITING,
    LOADING,
    LOADED,
    FAILED;

    /** As people read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
