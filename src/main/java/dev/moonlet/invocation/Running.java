package dev.moonlet.invocation;

import dev.moonlet.lua.FunctionName;
import dev.moonlet.lua.State;
import dev.moonlet.lua.Timers;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An invocation that runs: what operators see of it, and what they can do about it. */
public final class Running {

    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    private final Invocation<?> invocation;
    private final State state;
    private final EventLoop<?> loop;
    private final Client client;
    private final long start = System.nanoTime();
    private volatile boolean answered;

    Running(Invocation<?> invocation, State state, EventLoop<?> loop, Client client) {
        this.invocation = invocation;
        this.state = state;
        this.loop = loop;
        this.client = client;
    }

    /** Names the request, as in the log. */
    public String id() {
        return invocation.id();
    }

    public FunctionName function() {
        return invocation.call().function();
    }

    /** Since when it has its state. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Whether its function has returned, and only what it has left goes on. */
    public boolean isAnswered() {
        return answered;
    }

    /** Whether its client reads what it is sent as it comes. */
    public boolean isStreaming() {
        return !answered && client.isStreaming();
    }

    /** What it waits for; empty while it runs. */
    public String waitsFor() {
        return loop.waitsFor();
    }

    /** How many operations are performed for it. */
    public int operations() {
        return loop.operations();
    }

    /** What is to happen in it at some time. */
    public Timers timers() {
        return loop.timers();
    }

    /** Ends it wherever it is. */
    public void cancel() {
        loop.cancel();
    }

    void cancel(String why) {
        LOG.warn(
                "request {}: {} is canceled after {} ms: {}",
                id(),
                function(),
                age().toMillis(),
                why);
        cancel();
    }

    /** Whether nobody waits for the outcome any more. */
    boolean isAlone() {
        return !answered && client.hasLeft();
    }

    State state() {
        return state;
    }

    Invocation<?> invocation() {
        return invocation;
    }

    EventLoop<?> loop() {
        return loop;
    }

    void answer() {
        answered = true;
    }
}
