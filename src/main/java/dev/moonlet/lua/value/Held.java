package dev.moonlet.lua.value;

/**
 * The content of an object that carries values of a script: it is the script that holds them, and
 * they are counted as such.
 */
public interface Held {}
