/** The module {@code text}: regular expressions, templates and CSV. */
@NullMarked
package dev.moonlet.module.text;

import org.jspecify.annotations.NullMarked;
