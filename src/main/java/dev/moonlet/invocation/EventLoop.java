package dev.moonlet.invocation;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.State;
import dev.moonlet.lua.Step;
import dev.moonlet.lua.Usage;
import dev.moonlet.operation.Dispatchers;
import dev.moonlet.operation.Operation;
import dev.moonlet.operation.Scope;

/** Resumes the coroutine of an invocation with the answers to what it yields, until it is done. */
final class EventLoop {

    private final Dispatchers dispatchers;
    private final Scope scope;
    private Usage usage = Usage.NONE;

    EventLoop(Dispatchers dispatchers, Scope scope) {
        this.dispatchers = dispatchers;
        this.scope = scope;
    }

    <T> Outcome<T> run(State state, Invocation<T> invocation) {
        Coroutine<T> main = state.begin(invocation.call(), invocation.limits());
        try {
            return run(main);
        } catch (RuntimeException | Error unexpected) {
            state.spoil();
            main.abandon();
            throw unexpected;
        } finally {
            usage = main.usage();
        }
    }

    /** What the invocation has used, once it is over. */
    Usage usage() {
        return usage;
    }

    private <T> Outcome<T> run(Coroutine<T> main) {
        Step<T> step = main.resume(null);
        while (step instanceof Step.Yielded<T>(Object request)) {
            step = main.resume(dispatchers.perform((Operation) request, scope));
        }
        return switch (step) {
            case Step.Returned<T>(T result) -> new Outcome.Returned<>(result);
            case Step.Failed<T>(var failure) -> new Outcome.Failed<>(failure);
            case Step.Yielded<T> _ -> throw new AssertionError(step);
        };
    }
}
