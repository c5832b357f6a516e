/** Offers Java functions to Lua: definitions, profiles, and the programs of a revision. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "invocation",
            "lua",
            "lua :: value",
            "operation",
            "operation :: http",
            "operation :: actionbus",
            "operation :: api",
            "operation :: cache",
            "operation :: events",
            "operation :: stream",
            "revision",
            "security"
        })
package dev.moonlet.module;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
