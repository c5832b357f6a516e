package dev.moonlet.operation.cache;

import dev.moonlet.operation.Dispatcher;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.Scope;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Performs what scripts ask of the cache, in the caller's namespace. */
@Component
final class CacheDispatcher implements Dispatcher<CacheOperation> {

    private final ValueCache values;
    private final ConcurrentMap<Key, Claim> claims = new ConcurrentHashMap<>();

    CacheDispatcher(ValueCache values) {
        this.values = values;
    }

    @Override
    public @Nullable Object perform(CacheOperation operation, Scope scope) throws OperationFailed {
        return switch (operation) {
            case CacheOperation.Get(var key) -> values.get(in(scope, key));
            case CacheOperation.Set(var key, var value, var ttl) -> {
                values.set(in(scope, key), value, ttl);
                yield null;
            }
            case CacheOperation.Delete(var key) -> values.delete(in(scope, key));
            case CacheOperation.Clear() -> values.clear(scope.namespace());
            case CacheOperation.Increment(var key, var by, var ttl) ->
                    values.increment(in(scope, key), by, ttl);
            case CacheOperation.Request(var key, var claim) -> request(in(scope, key), claim);
            case CacheOperation.Fulfill fulfill -> {
                fulfill(in(scope, fulfill.key()), fulfill);
                yield null;
            }
        };
    }

    private static Key in(Scope scope, String name) {
        return new Key(scope.namespace(), name);
    }

    private Object request(Key key, Claim claim) {
        Found found = values.get(key);
        if (found != null) {
            return found;
        }
        Claim other = claim.enter(claims, key);
        if (other != null) {
            return other;
        }
        // Whoever had the claim before may have kept a value since the look.
        Found late = values.peek(key);
        return late == null ? claim : late;
    }

    private void fulfill(Key key, CacheOperation.Fulfill fulfill) throws OperationFailed {
        if (claims.get(key) != fulfill.claim()) {
            throw new IllegalStateException("nobody has granted the claim");
        }
        values.set(key, fulfill.value(), fulfill.ttl());
    }
}
