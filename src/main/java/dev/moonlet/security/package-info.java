/** Knows who calls and decides what they may do. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.moonlet.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
