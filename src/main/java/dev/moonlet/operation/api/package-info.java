/** What scripts ask of the routes of their own bundle. */
@NullMarked
@NamedInterface("api")
package dev.moonlet.operation.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
