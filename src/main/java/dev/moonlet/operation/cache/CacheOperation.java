package dev.moonlet.operation.cache;

import dev.moonlet.operation.Operation;
import dev.moonlet.security.Permission;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What scripts ask of the cache; values are {@link dev.moonlet.operation.PlainValues}. */
public sealed interface CacheOperation extends Operation {

    /** Answered by what was {@link Found}, or null. */
    record Get(String key) implements CacheOperation {

        @Override
        public Optional<Permission> permission() {
            return Optional.of(new Permission("cache.get", key));
        }
    }

    /** Keeps a value. */
    record Set(String key, @Nullable Object value, Optional<Duration> ttl)
            implements CacheOperation {

        @Override
        public Optional<Permission> permission() {
            return Optional.of(new Permission("cache.set", key));
        }
    }

    /** Answered by whether there was a value. */
    record Delete(String key) implements CacheOperation {

        @Override
        public Optional<Permission> permission() {
            return Optional.of(new Permission("cache.delete", key));
        }
    }

    /** Drops all of the namespace; answered by how many values that were. */
    record Clear() implements CacheOperation {

        @Override
        public Optional<Permission> permission() {
            return Optional.of(new Permission("cache.clear", "*"));
        }
    }

    /** Adds to an integer; answered by the sum, which is {@link Found}. */
    record Increment(String key, long by, Optional<Duration> ttl) implements CacheOperation {

        @Override
        public Optional<Permission> permission() {
            return Optional.of(new Permission("cache.incr", key));
        }
    }

    /**
     * Asks for a value or for the right to compute it. Answered by what was {@link Found}, or by
     * the claim that is granted: this one, or that of another.
     */
    record Request(String key, Claim claim) implements CacheOperation {

        @Override
        public Optional<Permission> permission() {
            return Optional.of(new Permission("cache.get_or_set", key));
        }
    }

    /** Keeps what was computed under a claim, which is the permission. */
    record Fulfill(String key, Claim claim, @Nullable Object value, Optional<Duration> ttl)
            implements CacheOperation {}
}
