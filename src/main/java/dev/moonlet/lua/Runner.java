package dev.moonlet.lua;

import java.time.Duration;

/** Who runs the coroutines of an invocation. */
public interface Runner {

    /** The time of the timers, in nanoseconds. */
    long now();

    /** Takes what is to be done between two turns, from any thread. */
    void post(Runnable action);

    /** They may go on for so long from now. */
    void prolong(Duration time);
}
