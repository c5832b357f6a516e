/** Values that all scripts share, for a time. */
@NullMarked
@NamedInterface("cache")
package dev.moonlet.operation.cache;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
