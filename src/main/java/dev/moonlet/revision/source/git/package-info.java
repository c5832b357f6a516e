/** Takes bundles from a git repository: asks it, fetches from it, reads the trees of commits. */
@NullMarked
package dev.moonlet.revision.source.git;

import org.jspecify.annotations.NullMarked;
