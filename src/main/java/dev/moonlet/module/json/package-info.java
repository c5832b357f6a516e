/** JSON to Lua values and back, without a tree in between. */
@NullMarked
package dev.moonlet.module.json;

import org.jspecify.annotations.NullMarked;
