/** Where bundles come from: a directory, a git repository. */
@NullMarked
@NamedInterface
package dev.moonlet.revision.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
