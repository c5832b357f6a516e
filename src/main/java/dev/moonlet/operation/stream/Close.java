package dev.moonlet.operation.stream;

import dev.moonlet.operation.Operation;

/** Ends a connection. */
public record Close(Link link, int code, String reason) implements Operation {}
