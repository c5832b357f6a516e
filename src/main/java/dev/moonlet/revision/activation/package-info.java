/** Makes what a source has the revision that is served. */
@NullMarked
package dev.moonlet.revision.activation;

import org.jspecify.annotations.NullMarked;
