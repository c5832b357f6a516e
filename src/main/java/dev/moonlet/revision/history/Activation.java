package dev.moonlet.revision.history;

import java.time.Instant;

/**
 * A change of what is served, or of who decides on it.
 *
 * @param number grows with each; 0 of one that is not kept yet
 * @param revision what is served since
 * @param from what was served before, or empty
 * @param instance which of several has made it
 */
public record Activation(
        long number,
        String revision,
        String from,
        String who,
        String why,
        Kind kind,
        String instance,
        Instant at) {

    /** What has brought it about. */
    public enum Kind {
        /** The source had something new. */
        FOLLOWED,
        /** An operator wanted this one. */
        ACTIVATED,
        /** An operator wanted the one before. */
        ROLLED_BACK,
        /** An operator wants this one whatever the source has. */
        PINNED,
        /** An operator lets the source decide again. */
        UNPINNED,
        /** The service was started while the source was gone or refused. */
        RESTORED
    }
}
