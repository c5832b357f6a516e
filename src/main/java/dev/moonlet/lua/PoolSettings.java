package dev.moonlet.lua;

import java.time.Duration;

/**
 * How a pool lends.
 *
 * @param max states at most, lent and idle
 * @param maxWait how long a borrower waits when all are lent
 */
public record PoolSettings(int max, Duration maxWait) {}
