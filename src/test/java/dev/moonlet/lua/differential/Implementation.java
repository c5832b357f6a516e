package dev.moonlet.lua.differential;

/** Runs Lua programs. */
@FunctionalInterface
interface Implementation {

    Outcome run(String program);
}
