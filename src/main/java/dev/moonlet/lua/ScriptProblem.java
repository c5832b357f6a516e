package dev.moonlet.lua;

/**
 * Why a script of a program can't be used.
 *
 * @param script its path below the bundle's {@code lua/}
 * @param line where, or 0 if the whole of it is meant
 */
public record ScriptProblem(String script, int line, String reason) {}
