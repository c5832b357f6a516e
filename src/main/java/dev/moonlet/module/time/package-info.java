/** The module {@code time}: what time it is, and times and durations as text. */
@NullMarked
package dev.moonlet.module.time;

import org.jspecify.annotations.NullMarked;
