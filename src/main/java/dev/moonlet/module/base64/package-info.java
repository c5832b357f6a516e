/** The module {@code base64}: bytes as text and back. */
@NullMarked
package dev.moonlet.module.base64;

import org.jspecify.annotations.NullMarked;
