package dev.moonlet.operation.timer;

import dev.moonlet.operation.Operation;
import java.time.Duration;

/** Waits for a while. */
public record Sleep(Duration duration) implements Operation {}
