package dev.moonlet.operation.stream;

import dev.moonlet.operation.Operation;

/** Sends a client something, at the client's pace. */
public record Write(Outlet to, byte[] bytes, boolean isText) implements Operation {}
