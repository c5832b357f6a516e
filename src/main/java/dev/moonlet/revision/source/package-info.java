/** Where bundles come from: a directory, a git repository. */
@NullMarked
package dev.moonlet.revision.source;

import org.jspecify.annotations.NullMarked;
