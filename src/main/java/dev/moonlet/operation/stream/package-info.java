/** What scripts write to their clients, and read from them, as it comes. */
@NullMarked
@NamedInterface("stream")
package dev.moonlet.operation.stream;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
