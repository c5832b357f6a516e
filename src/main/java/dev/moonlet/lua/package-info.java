/** Lua worlds: programs, states and their pool, coroutines and limits; plain Java. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.moonlet.lua;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
