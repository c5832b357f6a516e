package dev.moonlet.operation.http;

import dev.moonlet.operation.Operation;
import dev.moonlet.security.Permission;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Sends a client's request on, follows no redirect, and is answered by a {@link Forwarded} as soon
 * as the server has begun to answer.
 *
 * @param method in upper case
 * @param headers all that are sent, but those that say where the message goes and ends
 * @param timeout until the answer begins; else the operator's
 */
public record Forward(
        String method, Target target, List<Header> headers, byte[] body, Optional<Duration> timeout)
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
