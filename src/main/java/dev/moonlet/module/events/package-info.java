/** The module {@code events}: what has happened, for all who listen. */
@NullMarked
package dev.moonlet.module.events;

import org.jspecify.annotations.NullMarked;
