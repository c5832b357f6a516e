package dev.moonlet.operation.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.moonlet.operation.Kind;
import dev.moonlet.operation.OperationFailed;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Keeps values of all scripts, each for a time, and all together within a size. */
@Component
public final class ValueCache {

    private final CacheProperties properties;
    private final Cache<Key, Kept> values;

    @Autowired
    ValueCache(CacheProperties properties) {
        this(properties, Ticker.systemTicker());
    }

    ValueCache(CacheProperties properties, Ticker ticker) {
        this.properties = properties;
        values =
                Caffeine.newBuilder()
                        .maximumWeight(properties.maxSize().toBytes())
                        .weigher((Key _, Kept kept) -> (int) kept.size())
                        .expireAfter(Kept.EXPIRY)
                        .ticker(ticker)
                        // What is too much goes at once, by the hand of who has brought it.
                        .executor(Runnable::run)
                        .recordStats()
                        .build();
    }

    @Nullable Found get(Key key) {
        Kept kept = values.getIfPresent(key);
        return kept == null ? null : kept.found();
    }

    /** The same, without counting it as a use. */
    @Nullable Found peek(Key key) {
        Kept kept = values.policy().getIfPresentQuietly(key);
        return kept == null ? null : kept.found();
    }

    void set(Key key, @Nullable Object value, Optional<Duration> ttl) throws OperationFailed {
        values.put(key, kept(key, value, ttl));
    }

    /** Whether there was a value. */
    boolean delete(Key key) {
        return values.asMap().remove(key) != null;
    }

    /** Drops all that a namespace has; returns how many values that were. */
    long clear(String namespace) {
        return values.asMap().keySet().stream()
                .filter(key -> key.namespace().equals(namespace))
                .filter(this::delete)
                .count();
    }

    /**
     * Adds to an integer, which is zero if there is none.
     *
     * @param ttl how long it is kept if it begins here
     */
    Found increment(Key key, long by, Optional<Duration> ttl) throws OperationFailed {
        Kept first = kept(key, by, ttl);
        try {
            return values.asMap()
                    .compute(key, (_, before) -> before == null ? first : before.plus(by))
                    .found();
        } catch (ArithmeticException wrong) {
            throw new OperationFailed(
                    Kind.INVALID, "the value of '%s' %s".formatted(key.name(), wrong.getMessage()));
        }
    }

    private Kept kept(Key key, @Nullable Object value, Optional<Duration> ttl)
            throws OperationFailed {
        Kept kept = Kept.of(key, value, ttl.orElse(properties.ttl()));
        if (kept.size() > properties.maxValue().toBytes()) {
            throw new OperationFailed(
                    Kind.INVALID,
                    "the value of '%.100s' takes %d bytes, and moonlet.cache.max-value is %d: keep less of it"
                            .formatted(key.name(), kept.size(), properties.maxValue().toBytes()));
        }
        return kept;
    }

    /** How often a value was there that was asked for. */
    public long hits() {
        return values.stats().hitCount();
    }

    /** How often none was there. */
    public long misses() {
        return values.stats().missCount();
    }

    /** How many have gone because there was no room, or their time was over. */
    public long evictions() {
        return values.stats().evictionCount();
    }

    /** How many there are. */
    public long entries() {
        return values.estimatedSize();
    }

    /** About how many bytes they take. */
    public long size() {
        return values.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }
}
