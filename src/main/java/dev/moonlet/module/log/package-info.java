/** The module {@code log}: what scripts tell their operators. */
@NullMarked
package dev.moonlet.module.log;

import org.jspecify.annotations.NullMarked;
