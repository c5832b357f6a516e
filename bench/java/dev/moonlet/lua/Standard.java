package dev.moonlet.lua;

import java.time.Duration;

/** The limits of profile {@code standard}. */
final class Standard {

    static final Limits LIMITS =
            new Limits(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(5),
                    50 << 20,
                    50 << 18,
                    1_000,
                    5 << 20);

    private Standard() {}
}
