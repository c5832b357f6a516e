package dev.moonlet.module;

/** A bean that offers functions to Lua; its definition is read once. */
@FunctionalInterface
public interface Module {
    Definition definition();
}
