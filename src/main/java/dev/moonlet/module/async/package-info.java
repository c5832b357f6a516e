/** The module {@code async}: waiting without holding a thread. */
@NullMarked
package dev.moonlet.module.async;

import org.jspecify.annotations.NullMarked;
