/**
 * Turns a bundle into what is served: reads it, has it prepared, activates it, reports what is
 * wrong.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.moonlet.revision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
