/** The syntax of Lua 5.4: from a script's bytes to a tree whose names are resolved. */
@NullMarked
package dev.moonlet.lua.syntax;

import org.jspecify.annotations.NullMarked;
