/** Performs what a script asks of the outside world, after asking whether its caller may. */
@NullMarked
@ApplicationModule(allowedDependencies = {"security"})
package dev.moonlet.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
