/** What Lua computes with: numbers, tables and functions, and the meaning of every operation. */
@NullMarked
package dev.moonlet.lua.value;

import org.jspecify.annotations.NullMarked;
