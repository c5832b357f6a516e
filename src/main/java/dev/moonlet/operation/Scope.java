package dev.moonlet.operation;

import dev.moonlet.security.Caller;
import java.time.Instant;

/**
 * On whose behalf and until when an operation is performed.
 *
 * @param id the request's, for logs
 * @param namespace keeps apart what is kept for several: a cache's keys
 * @param origin what the invocation that asks for it was begun for
 */
public record Scope(String id, Caller caller, String namespace, Instant deadline, Origin origin) {

    /** Where all is kept until there are several. */
    public static final String DEFAULT_NAMESPACE = "default";

    /** The same with another deadline. */
    public Scope until(Instant other) {
        return new Scope(id, caller, namespace, other, origin);
    }

    /** The same in the default namespace, begun for nothing in particular. */
    public Scope(String id, Caller caller, Instant deadline) {
        this(id, caller, DEFAULT_NAMESPACE, deadline, Origin.NONE);
    }
}
