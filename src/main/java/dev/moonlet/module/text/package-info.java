/** The module {@code text}: regular expressions, templates and CSV. */
@NullMarked
@NamedInterface
package dev.moonlet.module.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
