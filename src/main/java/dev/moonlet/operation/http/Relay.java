package dev.moonlet.operation.http;

import dev.moonlet.operation.Operation;
import dev.moonlet.operation.stream.Outlet;

/** Sends a client the body of what a server has answered, as it comes and at the client's pace. */
public record Relay(Forwarded from, Outlet to) implements Operation {}
