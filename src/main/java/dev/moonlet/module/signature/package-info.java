/** What functions take and return, said once: for checks, messages, documentation and editors. */
@NullMarked
@NamedInterface("signature")
package dev.moonlet.module.signature;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
