package dev.moonlet.operation.stream;

import dev.moonlet.operation.Operation;

/** Waits for what a client sends next. */
public record Read(Link from) implements Operation {}
