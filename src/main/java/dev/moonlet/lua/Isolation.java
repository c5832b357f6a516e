package dev.moonlet.lua;

/** What two invocations in the same state have in common. */
public enum Isolation {
    /** The scripts that were loaded, with their tables and locals. */
    STATE,
    /** Nothing: each invocation loads its scripts anew, from the compiled classes. */
    REQUEST
}
