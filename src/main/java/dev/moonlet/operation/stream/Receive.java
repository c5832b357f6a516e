package dev.moonlet.operation.stream;

import dev.moonlet.operation.Operation;

/**
 * Waits for the next piece of what a client sends.
 *
 * @param most how many bytes it may have
 */
public record Receive(Inlet from, int most) implements Operation {}
