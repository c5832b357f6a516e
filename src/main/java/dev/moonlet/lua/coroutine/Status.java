package dev.moonlet.lua.coroutine;

/** What a coroutine of a script does. */
public enum Status {
    SUSPENDED,
    RUNNING,
    /** It has resumed the one that runs. */
    NORMAL,
    DEAD
}
