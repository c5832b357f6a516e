package dev.moonlet.lua;

import java.time.Duration;

/**
 * What one invocation may use.
 *
 * @param time from its first instruction to its last, waiting included
 */
public record Limits(Duration time) {

    /** The lower of both, limit by limit. */
    public Limits cappedBy(Limits cap) {
        return new Limits(time.compareTo(cap.time) <= 0 ? time : cap.time);
    }
}
