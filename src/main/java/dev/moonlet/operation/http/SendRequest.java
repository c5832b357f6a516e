package dev.moonlet.operation.http;

import dev.moonlet.operation.Operation;
import dev.moonlet.security.Permission;
import java.util.List;
import java.util.Optional;

/**
 * Sends a request, follows redirects, and is answered by a {@link Response}.
 *
 * @param method in upper case
 * @param body nothing if it is empty
 */
public record SendRequest(
        String method, Target target, List<Header> headers, byte[] body, Bounds bounds)
        implements Operation {

    @Override
    public Optional<Permission> permission() {
        return target.permission();
    }

    /** For logs, where no header and no body belongs. */
    @Override
    public String toString() {
        return method + " " + target;
    }
}
