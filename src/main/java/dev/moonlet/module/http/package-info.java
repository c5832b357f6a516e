/** The Lua face of HTTP: a request and its reply, and the module {@code http}. */
@NullMarked
@NamedInterface
package dev.moonlet.module.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
