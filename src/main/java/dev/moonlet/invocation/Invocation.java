package dev.moonlet.invocation;

import dev.moonlet.lua.Call;
import dev.moonlet.lua.Limits;
import dev.moonlet.lua.StatePool;
import dev.moonlet.operation.Origin;
import dev.moonlet.operation.Scope;
import dev.moonlet.security.Caller;

/**
 * One call of a script.
 *
 * @param id the request's, for logs
 * @param namespace keeps apart what is kept for several
 * @param origin what its operations may need to know of who has begun it
 * @param states where its state is borrowed
 * @param <T> what comes of it
 */
public record Invocation<T>(
        String id,
        Caller caller,
        String namespace,
        Origin origin,
        StatePool states,
        Limits limits,
        Call<T> call) {

    /** The same in the default namespace, begun for nothing in particular. */
    public Invocation(String id, Caller caller, StatePool states, Limits limits, Call<T> call) {
        this(id, caller, Scope.DEFAULT_NAMESPACE, Origin.NONE, states, limits, call);
    }

    /** The same of another origin. */
    public Invocation<T> from(Origin other) {
        return new Invocation<>(id, caller, namespace, other, states, limits, call);
    }
}
