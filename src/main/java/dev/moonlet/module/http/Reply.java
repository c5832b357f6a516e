package dev.moonlet.module.http;

import java.util.Map;

/** What a handler's results ask the service to answer. */
public sealed interface Reply {

    /**
     * The handler has answered.
     *
     * @param contentType empty if there is no body
     */
    record Answered(int status, Map<String, String> headers, String contentType, byte[] body)
            implements Reply {}

    /**
     * The handler returned nil and an error, or something that is no reply.
     *
     * @param reason for the log
     */
    record Failed(String reason) implements Reply {}
}
