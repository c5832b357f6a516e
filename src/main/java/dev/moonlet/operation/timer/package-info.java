/** Waiting for time to pass. */
@NullMarked
@NamedInterface
package dev.moonlet.operation.timer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
