/** The module {@code cache}: values that all scripts share, for a time. */
@NullMarked
package dev.moonlet.module.cache;

import org.jspecify.annotations.NullMarked;
