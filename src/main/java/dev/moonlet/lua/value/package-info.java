/** What Lua computes with: numbers, tables and functions, and the meaning of every operation. */
@NullMarked
@NamedInterface("value")
package dev.moonlet.lua.value;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
