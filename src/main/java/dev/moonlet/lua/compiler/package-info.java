/** Compiles the tree of a script to JVM classes: one class a function. */
@NullMarked
package dev.moonlet.lua.compiler;

import org.jspecify.annotations.NullMarked;
