package dev.moonlet.operation.stream;

import dev.moonlet.operation.OperationFailed;
import org.jspecify.annotations.Nullable;

/** What a client sends as it comes. */
public interface Inlet {

    /**
     * Waits for the next piece.
     *
     * @param most how many bytes it may have
     * @return null at the end
     */
    byte @Nullable [] read(int most) throws OperationFailed;

    /** Returns whether it begins only now, and takes its time. */
    boolean begin();

    /** Nothing more is read. */
    void close();
}
