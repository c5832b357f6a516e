package dev.moonlet.operation;

import dev.moonlet.security.Caller;
import java.time.Instant;

/**
 * On whose behalf and until when an operation is performed.
 *
 * @param id the request's, for logs
 */
public record Scope(String id, Caller caller, Instant deadline) {}
