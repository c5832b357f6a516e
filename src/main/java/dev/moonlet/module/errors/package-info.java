/** The module {@code errors}: errors that say what sort they are. */
@NullMarked
package dev.moonlet.module.errors;

import org.jspecify.annotations.NullMarked;
