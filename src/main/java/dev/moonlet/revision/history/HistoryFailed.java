package dev.moonlet.revision.history;

/** The database is not there, or what it has is not what was kept; the message says which. */
public sealed class HistoryFailed extends RuntimeException permits HistoryCorrupt {

    HistoryFailed(String message) {
        super(message);
    }

    HistoryFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
