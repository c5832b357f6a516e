package dev.moonlet.revision;

/** A source can't be reached or read; the message says why and what to do. */
public final class SourceFailed extends Exception {

    public SourceFailed(String message) {
        super(message);
    }

    public SourceFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
