package dev.moonlet.revision.history;

/** Somebody else has chosen meanwhile. */
public final class HistoryConflict extends RuntimeException {

    HistoryConflict(Throwable cause) {
        super(
                "somebody else has chosen what is served meanwhile: look at it, and choose again",
                cause);
    }
}
