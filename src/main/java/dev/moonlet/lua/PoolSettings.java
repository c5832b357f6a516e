package dev.moonlet.lua;

import java.time.Duration;

/**
 * How a pool lends.
 *
 * @param min states that are there before anybody asks, and that idleness does not end
 * @param max states at most, lent and idle
 * @param maxWait how long a borrower waits when all are lent
 * @param maxUses how often a state is lent before another takes its place
 * @param maxAge how old a state grows before another takes its place
 * @param maxIdle how long a state lies idle before it is let go
 */
public record PoolSettings(
        int min, int max, Duration maxWait, int maxUses, Duration maxAge, Duration maxIdle) {

    public PoolSettings {
        maxWait = Limits.finite(maxWait);
        maxAge = Limits.finite(maxAge);
        maxIdle = Limits.finite(maxIdle);
    }

    public PoolSettings withSize(int least, int most) {
        return new PoolSettings(least, most, maxWait, maxUses, maxAge, maxIdle);
    }

    /** A pool of up to so many states, each of which lasts as long as it can. */
    public static PoolSettings ofMax(int max, Duration maxWait) {
        Duration forever = Limits.NONE.time();
        return new PoolSettings(0, max, maxWait, Integer.MAX_VALUE, forever, forever);
    }
}
