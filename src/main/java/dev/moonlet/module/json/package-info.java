/** JSON to Lua values and back, without a tree in between. */
@NullMarked
@NamedInterface
package dev.moonlet.module.json;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
