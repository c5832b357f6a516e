/**
 * Runs one call of a script: borrows a state, performs what the script asks for, returns the state.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"lua", "operation", "security"})
package dev.moonlet.invocation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
