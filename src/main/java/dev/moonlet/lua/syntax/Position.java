package dev.moonlet.lua.syntax;

/** A place in a script, counted from one; columns count bytes. */
public record Position(int line, int column) {}
