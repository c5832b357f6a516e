package dev.moonlet.lua;

import java.time.Duration;

/**
 * What one invocation has used.
 *
 * @param cpu the time that it has spent in Lua
 * @param allocated the bytes that it has allocated, most of them garbage by now
 * @param memory the bytes that it has held at most, as far as it was counted: never more than
 *     {@code allocated} and what its state held before
 * @param depth the calls that had not returned when it was counted, the deepest time; 0 if it never
 *     was
 */
public record Usage(Duration cpu, long allocated, long memory, int depth) {

    /** Nothing ran. */
    public static final Usage NONE = new Usage(Duration.ZERO, 0, 0, 0);
}
