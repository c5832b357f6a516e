package dev.moonlet.operation;

import org.jspecify.annotations.Nullable;

/** What an operation came to. */
public sealed interface Answer {

    record Value(@Nullable Object value) implements Answer {}

    /**
     * It failed.
     *
     * @param message for the script and its client
     */
    record Failed(Kind kind, String message) implements Answer {}
}
