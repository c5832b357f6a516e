/**
 * Writes Lua programs by chance and compares what they print here with what they print in C Lua.
 */
@NullMarked
package dev.moonlet.lua.differential;

import org.jspecify.annotations.NullMarked;
