package dev.moonlet.lua;

import java.util.Arrays;

/** How long calls took, in the order that they were made. */
final class Latencies {

    private final long[] nanos;
    private int count;
    private boolean pausing;

    Latencies(int capacity) {
        nanos = new long[capacity];
    }

    synchronized void add(long each) {
        if (!pausing && count < nanos.length) {
            nanos[count++] = each;
        }
    }

    /** Takes no notice of calls for some time. */
    synchronized void pause(boolean pausing) {
        this.pausing = pausing;
    }

    synchronized int count() {
        return count;
    }

    /** Microseconds that so many of a hundred calls, from one to before another, took at most. */
    synchronized double percentile(int percent, int from, int to) {
        long[] sorted = Arrays.copyOfRange(nanos, from, to);
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) * percent / 100] / 1e3;
    }
}
