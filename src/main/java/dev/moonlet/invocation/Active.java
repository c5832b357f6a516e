package dev.moonlet.invocation;

import java.util.Collection;

/**
 * What is going on in invocations, about.
 *
 * @param requests functions that have not returned
 * @param streams those of them whose clients read what is written as it comes
 * @param lingering invocations whose function has returned, and that go on
 * @param operations what is performed for scripts
 * @param timers what is to happen once
 * @param intervals what happens again and again
 */
public record Active(
        int requests, int streams, int lingering, int operations, int timers, int intervals) {

    static Active of(Collection<Running> running) {
        int streams = 0;
        int lingering = 0;
        int operations = 0;
        int timers = 0;
        int intervals = 0;
        for (Running each : running) {
            streams += each.isStreaming() ? 1 : 0;
            lingering += each.isAnswered() ? 1 : 0;
            operations += each.operations();
            timers += each.timers().timeouts();
            intervals += each.timers().intervals();
        }
        return new Active(
                running.size() - lingering, streams, lingering, operations, timers, intervals);
    }

    boolean isNothing() {
        return requests + lingering + operations + timers + intervals == 0;
    }
}
