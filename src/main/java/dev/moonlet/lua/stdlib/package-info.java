/** The functions that every script finds: Lua's standard library, written anew. */
@NullMarked
package dev.moonlet.lua.stdlib;

import org.jspecify.annotations.NullMarked;
