package dev.moonlet.lua.value;

/**
 * What a function of a script is compiled to; what Java writes extends {@link Body}. A script's
 * last call of the former is left to its caller, of the latter made at once, so that its errors
 * have a place.
 */
public abstract class ScriptBody extends Body {}
