package dev.moonlet.module.http;

import dev.moonlet.lua.value.Failures;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.stream.Outlet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Begins a response that is written piece by piece. */
@FunctionalInterface
public interface Streaming {

    /** Nobody reads a stream here. */
    Streaming NONE =
            _ -> {
                throw Failures.of("a stream can't be answered here");
            };

    /**
     * Sends the head of the response.
     *
     * @return where the rest is written
     * @throws OperationFailed if it has more headers than a response may have
     */
    Outlet begin(Head head) throws OperationFailed;

    /**
     * What a response begins with.
     *
     * @param idle after how long without a message the client is told that it is still there
     */
    record Head(
            int status, List<Reply.Header> headers, String contentType, Optional<Duration> idle) {}
}
