/** The module {@code moonlet}: what runs the scripts. */
@NullMarked
package dev.moonlet.module.moonlet;

import org.jspecify.annotations.NullMarked;
