package dev.moonlet.lua.value;

/**
 * Where a script calls functions as methods: there, the object is none of the arguments that an
 * error counts. The loader of a script's classes knows.
 */
public interface MethodCalls {

    /** Whether a line calls what is named so, and as a method only. */
    boolean has(int line, String name);
}
