package dev.moonlet.invocation;

import dev.moonlet.lua.Call;
import dev.moonlet.lua.Limits;
import dev.moonlet.lua.StatePool;
import dev.moonlet.operation.Scope;
import dev.moonlet.security.Caller;

/**
 * One call of a script.
 *
 * @param id the request's, for logs
 * @param namespace keeps apart what is kept for several
 * @param states where its state is borrowed
 * @param <T> what comes of it
 */
public record Invocation<T>(
        String id, Caller caller, String namespace, StatePool states, Limits limits, Call<T> call) {

    /** The same in the default namespace. */
    public Invocation(String id, Caller caller, StatePool states, Limits limits, Call<T> call) {
        this(id, caller, Scope.DEFAULT_NAMESPACE, states, limits, call);
    }
}
