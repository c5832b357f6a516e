package dev.moonlet.lua;

import dev.moonlet.lua.value.Held;

/**
 * Something that is to happen at a certain time.
 *
 * @param due when, on the clock of the invocation
 * @param of what of the script it is for: it holds that
 */
public record Timer(long id, Kind kind, long due, Object of, Runnable action)
        implements Held, Comparable<Timer> {

    /** What it was set for. */
    public enum Kind {
        TIMEOUT,
        INTERVAL,
        SLEEP
    }

    @Override
    public int compareTo(Timer other) {
        int order = Long.compare(due, other.due);
        return order == 0 ? Long.compare(id, other.id) : order;
    }
}
