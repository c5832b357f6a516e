package dev.moonlet.module;

import java.time.Duration;

/** How long all may take together that is loaded before a bundle is served. */
final class LoadTime {

    private final Duration whole;
    private final long start = System.nanoTime();

    LoadTime(Duration whole) {
        this.whole = whole;
    }

    /** A time, or what is left if that is less. */
    Duration atMost(Duration time) {
        Duration left = whole.minusNanos(System.nanoTime() - start);
        return time.compareTo(left) < 0 ? time : left;
    }

    String over() {
        return "is not loaded: the time for all that is loaded before a bundle is served is over, %d ms (moonlet.bundle.load-time)"
                .formatted(whole.toMillis());
    }
}
