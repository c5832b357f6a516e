/** Makes what a source has the revision that is served. */
@NullMarked
@NamedInterface
package dev.moonlet.revision.activation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
