/**
 * Finds the route of a request, knows the caller, hands both to the handler and writes what comes
 * back.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "invocation",
            "lua",
            "module",
            "module :: http",
            "operation",
            "operation :: api",
            "operation :: http",
            "operation :: stream",
            "module :: json",
            "module :: text",
            "revision",
            "revision :: activation",
            "revision :: history",
            "revision :: source",
            "security"
        })
package dev.moonlet.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
