package dev.moonlet.operation.cache;

import dev.moonlet.operation.Dispatcher;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** A cache of its own for a test, which says what time it is. */
public final class TrialCache {

    private long nanos;
    private final ValueCache values =
            new ValueCache(
                    new CacheProperties(
                            DataSize.ofKilobytes(100),
                            DataSize.ofKilobytes(20),
                            Duration.ofMinutes(10)),
                    () -> nanos);
    private final CacheDispatcher dispatcher = new CacheDispatcher(values);

    public Dispatcher<?> dispatcher() {
        return dispatcher;
    }

    public ValueCache values() {
        return values;
    }

    public void advance(Duration time) {
        nanos += time.toNanos();
    }
}
