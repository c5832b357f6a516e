package dev.moonlet.lua.value;

/** What a function of a script is compiled to; any other body is of the library. */
public abstract class ScriptBody extends Body {}
