/**
 * Remembers in a database what revisions there were, what was in them and which was served when.
 */
@NullMarked
@NamedInterface
package dev.moonlet.revision.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
