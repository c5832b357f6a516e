/** Listens to everything else and tells it as metrics and health. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "http",
            "invocation",
            "lua",
            "module",
            "operation",
            "operation :: cache",
            "operation :: events",
            "revision"
        })
package dev.moonlet.telemetry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
