/** The Lua face of a request and of its reply. */
@NullMarked
@NamedInterface
package dev.moonlet.module.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
