/** What a script holds: everything that it can reach, counted where it stands. */
@NullMarked
package dev.moonlet.lua.memory;

import org.jspecify.annotations.NullMarked;
