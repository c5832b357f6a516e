/** Tells scripts and beans of this JVM what has happened. */
@NullMarked
@NamedInterface("events")
package dev.moonlet.operation.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
