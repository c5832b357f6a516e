package dev.moonlet.invocation;

import dev.moonlet.lua.Failure;
import dev.moonlet.lua.PoolExhausted;
import dev.moonlet.lua.State;
import dev.moonlet.operation.Dispatchers;
import dev.moonlet.operation.Scope;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Runs invocations, each on the thread that asks for it. */
@Component
public final class Invocations {

    private final Dispatchers dispatchers;
    private final InvocationListener listener;
    private final Clock clock;

    Invocations(Dispatchers dispatchers, InvocationListener listener, Clock clock) {
        this.dispatchers = dispatchers;
        this.listener = listener;
        this.clock = clock;
    }

    /** Returns when the script has returned, failed, or could not begin. */
    public <T> Outcome<T> run(Invocation<T> invocation) {
        long start = System.nanoTime();
        EventLoop loop = new EventLoop(dispatchers, scope(invocation));
        Outcome<T> outcome = new Outcome.Failed<>(new Failure.Raised("internal error"));
        try {
            outcome = borrowAndRun(invocation, loop);
            return outcome;
        } finally {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            listener.ended(invocation.call().function(), outcome, took, loop.usage());
        }
    }

    private <T> Outcome<T> borrowAndRun(Invocation<T> invocation, EventLoop loop) {
        State state;
        try {
            state = invocation.states().borrow();
        } catch (PoolExhausted exhausted) {
            return new Outcome.Refused<>(String.valueOf(exhausted.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Outcome.Refused<>("interrupted while waiting for a state");
        }
        try {
            return loop.run(state, invocation);
        } finally {
            invocation.states().giveBack(state);
        }
    }

    private Scope scope(Invocation<?> invocation) {
        return new Scope(
                invocation.id(),
                invocation.caller(),
                clock.instant().plus(invocation.limits().time()));
    }
}
