/** What Java does for scripts that call it by a name. */
@NullMarked
@NamedInterface("actionbus")
package dev.moonlet.operation.actionbus;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
