package dev.moonlet.operation.cache;

import com.github.benmanes.caffeine.cache.Expiry;
import dev.moonlet.operation.PlainValues;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A value that is kept.
 *
 * @param size about how many bytes it takes, its key included
 * @param ttl how long it is kept from now on; null if the one before it says so
 */
record Kept(Found found, long size, @Nullable Duration ttl) {

    /** Above a value and its key: two objects for the key, two here, and what the cache has. */
    private static final int OVERHEAD = 200;

    static final Expiry<Key, Kept> EXPIRY =
            new Expiry<>() {
                @Override
                public long expireAfterCreate(Key key, Kept kept, long now) {
                    return kept.nanos(Long.MAX_VALUE);
                }

                @Override
                public long expireAfterUpdate(Key key, Kept kept, long now, long left) {
                    return kept.nanos(left);
                }

                @Override
                public long expireAfterRead(Key key, Kept kept, long now, long left) {
                    return left;
                }
            };

    static Kept of(Key key, @Nullable Object value, Duration ttl) {
        long size = OVERHEAD + PlainValues.size(key.name()) + PlainValues.size(value);
        return new Kept(new Found(value), size, ttl);
    }

    /**
     * An integer that is so much more, for as long as this is kept.
     *
     * @throws ArithmeticException if this is none, or the sum has no room
     */
    Kept plus(long more) {
        if (!(found.value() instanceof Long number)) {
            throw new ArithmeticException("is no integer");
        }
        try {
            return new Kept(new Found(Math.addExact(number, more)), size, null);
        } catch (ArithmeticException overflow) {
            throw new ArithmeticException("would have more than 64 bits");
        }
    }

    private long nanos(long otherwise) {
        return ttl == null ? otherwise : nanos(ttl);
    }

    private static long nanos(Duration duration) {
        return duration.compareTo(Duration.ofNanos(Long.MAX_VALUE)) < 0
                ? duration.toNanos()
                : Long.MAX_VALUE;
    }
}
