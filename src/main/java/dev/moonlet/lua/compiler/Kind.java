package dev.moonlet.lua.compiler;

/** What is known of a value before the script runs, and so how it is held. */
enum Kind {
    INTEGER,
    FLOAT,
    VALUE;

    boolean isNumber() {
        return this != VALUE;
    }
}
