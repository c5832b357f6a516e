package dev.moonlet.telemetry;

import dev.moonlet.operation.cache.ValueCache;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** Tells how well the cache of scripts serves, and how much it keeps. */
@Component
final class CacheMetrics implements MeterBinder {

    private final ValueCache cache;

    CacheMetrics(ValueCache cache) {
        this.cache = cache;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gets("hit", ValueCache::hits).register(registry);
        gets("miss", ValueCache::misses).register(registry);
        FunctionCounter.builder("moonlet.cache.evictions", cache, ValueCache::evictions)
                .description("Values that had to go, for want of room or of time")
                .register(registry);
        Gauge.builder("moonlet.cache.entries", cache, ValueCache::entries).register(registry);
        Gauge.builder("moonlet.cache.size", cache, ValueCache::size)
                .baseUnit(BaseUnits.BYTES)
                .register(registry);
    }

    private FunctionCounter.Builder<ValueCache> gets(
            String result, ToDoubleFunction<ValueCache> count) {
        return FunctionCounter.builder("moonlet.cache.gets", cache, count)
                .description("Values that scripts have asked for")
                .tag("result", result);
    }
}
