package dev.moonlet.module.http;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a handler's results ask the service to answer. */
public sealed interface Reply {

    /** A header; several of one name are sent one after the other. */
    record Header(String name, String value) {}

    /**
     * The handler has answered.
     *
     * @param contentType if the headers say nothing else; empty if there is no body
     */
    record Answered(int status, List<Header> headers, String contentType, byte[] body)
            implements Reply {}

    /** All of the response is written already. */
    record Streamed() implements Reply {}

    /**
     * Another server was to answer, and has not.
     *
     * @param reason for the log
     */
    record NotForwarded(int status, String reason) implements Reply {}

    /**
     * The handler has returned nil and an error, or has raised an error object.
     *
     * @param status what the error's kind stands for
     * @param message for the log; for the client too, if that is at fault
     * @param details plain values, for a client that is at fault; null if there are none
     * @param place where the script has made the error; empty if that is not known
     * @param retryAfter the seconds after which it may go well
     */
    record Failed(
            int status,
            String message,
            @Nullable Object details,
            String place,
            OptionalLong retryAfter)
            implements Reply {}
}
