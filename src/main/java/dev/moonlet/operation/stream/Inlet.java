package dev.moonlet.operation.stream;

import dev.moonlet.operation.OperationFailed;
import org.jspecify.annotations.Nullable;

/** What a client sends, piece by piece. */
@FunctionalInterface
public interface Inlet {

    /** Waits for the next piece; null when there is none any more. */
    @Nullable Object read() throws OperationFailed, InterruptedException;
}
