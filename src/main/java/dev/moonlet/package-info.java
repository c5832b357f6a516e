/** Moonlet: REST endpoints written in Lua; the packages below sort in the order of a request. */
@NullMarked
package dev.moonlet;

import org.jspecify.annotations.NullMarked;
