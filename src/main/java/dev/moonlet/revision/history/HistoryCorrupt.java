package dev.moonlet.revision.history;

/** What the database has is not what was kept. */
public final class HistoryCorrupt extends HistoryFailed {

    HistoryCorrupt(String message) {
        super(message);
    }
}
