package dev.moonlet.invocation;

import dev.moonlet.lua.Failure;
import dev.moonlet.lua.FunctionName;
import dev.moonlet.lua.PoolExhausted;
import dev.moonlet.lua.State;
import dev.moonlet.lua.StatePool;
import dev.moonlet.lua.Usage;
import dev.moonlet.operation.Dispatchers;
import dev.moonlet.operation.Scope;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Runs invocations, each on the thread that asks for it. */
@Component
public final class Invocations {

    private static final Logger LOG = LoggerFactory.getLogger(Invocations.class);

    private final Dispatchers dispatchers;
    private final InvocationListener listener;
    private final Clock clock;
    private final Pace pace;
    private final Duration linger;
    private final Set<Running> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    @Autowired
    Invocations(
            Dispatchers dispatchers,
            InvocationListener listener,
            Clock clock,
            InvocationProperties properties) {
        this(dispatchers, listener, clock, Pace.REAL, properties.linger());
    }

    /**
     * Runs invocations by another clock.
     *
     * @param linger how long one may go on when its function has returned
     */
    public Invocations(
            Dispatchers dispatchers,
            InvocationListener listener,
            Clock clock,
            Pace pace,
            Duration linger) {
        this.dispatchers = dispatchers;
        this.listener = listener;
        this.clock = clock;
        this.pace = pace;
        this.linger = linger;
    }

    /**
     * Returns when the script has returned, failed, or could not begin. What it has left to timers
     * and other coroutines goes on behind that.
     */
    public <T> Outcome<T> run(Invocation<T> invocation) {
        return run(invocation, Client.PATIENT);
    }

    /** The same for a client that may leave before: then it is canceled. */
    public <T> Outcome<T> run(Invocation<T> invocation, Client client) {
        long start = System.nanoTime();
        if (closed && !client.isInvocation()) {
            return refused(invocation, "the service shuts down", start);
        }
        try {
            return run(invocation, invocation.states().borrow(), client, start);
        } catch (PoolExhausted exhausted) {
            return refused(invocation, String.valueOf(exhausted.getMessage()), start);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return refused(invocation, "interrupted while waiting for a state", start);
        }
    }

    /** Those that run at the moment. */
    public List<Running> running() {
        return List.copyOf(running);
    }

    /** What is going on in them. */
    public Active active() {
        return Active.of(running);
    }

    /** Cancels those that have borrowed from such a pool, and says why. */
    public void cancel(Predicate<StatePool> pools, String why) {
        for (Running each : running) {
            if (pools.test(each.invocation().states())) {
                each.cancel(why);
            }
        }
    }

    /** Refuses invocations from now on. */
    void close() {
        closed = true;
    }

    private <T> Outcome<T> run(Invocation<T> invocation, State state, Client client, long start) {
        EventLoop<T> loop = loop(invocation, state);
        Running run = new Running(invocation, state, loop, client);
        running.add(run);
        Outcome<T> outcome = new Outcome.Failed<>(new Failure.Raised("internal error"));
        try {
            outcome = loop.run();
            return outcome;
        } catch (RuntimeException | Error unexpected) {
            state.spoil();
            loop.close();
            throw unexpected;
        } finally {
            answered(run, outcome, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private <T> EventLoop<T> loop(Invocation<T> invocation, State state) {
        FunctionName function = invocation.call().function();
        Scope scope =
                new Scope(
                        invocation.id(),
                        invocation.caller(),
                        invocation.namespace(),
                        clock.instant().plus(invocation.limits().time()),
                        invocation.origin());
        return new EventLoop<>(
                invocation,
                state,
                new Performer(dispatchers, scope, clock),
                pace,
                failure -> {
                    LOG.warn(
                            "request {}: a callback of {} failed: {}",
                            invocation.id(),
                            function,
                            failure.message());
                    listener.callbackFailed(function, failure);
                });
    }

    private void answered(Running run, Outcome<?> outcome, Duration took) {
        if (run.loop().isOver()) {
            end(run, outcome, took);
        } else {
            run.answer();
            Runnable rest =
                    () -> {
                        linger(run);
                        end(run, outcome, took);
                    };
            Thread.startVirtualThread(LogContext.carried(rest));
        }
    }

    private void linger(Running run) {
        try {
            run.loop().linger(linger);
        } catch (RuntimeException | Error unexpected) {
            run.state().spoil();
            LOG.error("request {}: what {} has left failed", run.id(), run.function(), unexpected);
        }
    }

    private void end(Running run, Outcome<?> outcome, Duration took) {
        if (run.isAnswered() && run.loop().isCutShort()) {
            LOG.warn("request {}: what {} has left was ended", run.id(), run.function());
        }
        run.loop().close();
        running.remove(run);
        run.invocation().states().giveBack(run.state());
        listener.ended(run.function(), outcome, took, run.loop().usage());
    }

    private <T> Outcome<T> refused(Invocation<T> invocation, String reason, long start) {
        Outcome<T> refused = new Outcome.Refused<>(reason);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        listener.ended(invocation.call().function(), refused, took, Usage.NONE);
        return refused;
    }
}
