package dev.moonlet.operation.stream;

/** What comes over a {@link Link}. */
public sealed interface Message {

    /** The client is there. */
    record Opened() implements Message {}

    record Data(byte[] bytes, boolean isText) implements Message {}

    /** Nothing comes any more. */
    record Closed(int code, String reason) implements Message {}
}
