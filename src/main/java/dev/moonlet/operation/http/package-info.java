/** Requests to other servers over HTTP, to hosts that the operator has allowed. */
@NullMarked
@NamedInterface
package dev.moonlet.operation.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
