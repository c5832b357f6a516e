/** Code that stops half way and goes on later: coroutines, and what carries them. */
@NullMarked
package dev.moonlet.lua.coroutine;

import org.jspecify.annotations.NullMarked;
