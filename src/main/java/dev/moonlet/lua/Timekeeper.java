package dev.moonlet.lua;

import java.time.Duration;

/** How long a run may take, and how much of that it may spend in Lua. */
final class Timekeeper {

    private final Limits limits;
    private final Meter meter;
    private volatile boolean streams;
    private volatile long lastAge;
    private volatile long lastNanos;

    Timekeeper(Limits limits, Meter meter) {
        this.limits = limits;
        this.meter = meter;
        lastAge = limits.time().toNanos();
        lastNanos = limits.cpu().toNanos();
    }

    /** From here on the run is a stream, which has a time of its own. */
    void stream() {
        streams = true;
        lastAge = meter.age() + limits.stream().toNanos();
        message();
    }

    /** The stream has come to its next message: each has the cpu time of a whole run. */
    void message() {
        lastNanos = meter.nanos() + limits.cpu().toNanos();
    }

    boolean isOver() {
        return meter.age() >= lastAge || meter.nanos() >= lastNanos;
    }

    /** Which limit is passed, if one {@linkplain #isOver is}. */
    Failure.Killed passed(String place) {
        return meter.age() < lastAge ? killed("cpu", limits.cpu(), place) : timeOut(place);
    }

    Failure.Killed timeOut(String place) {
        return streams
                ? killed("stream", limits.stream(), place)
                : killed("time", limits.time(), place);
    }

    private static Failure.Killed killed(String limit, Duration value, String place) {
        return new Failure.Killed(limit, value.toMillis() + " ms", place);
    }
}
