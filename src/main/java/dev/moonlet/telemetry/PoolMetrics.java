package dev.moonlet.telemetry;

import dev.moonlet.lua.Discard;
import dev.moonlet.lua.PoolListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Tells how the pools of states lend. */
@Component
final class PoolMetrics implements PoolListener {

    private final MeterRegistry registry;
    private final Map<String, Figures> pools = new ConcurrentHashMap<>();

    PoolMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void created(String pool) {
        figures(pool).creations.increment();
    }

    @Override
    public void lent(String pool, long waitedNanos) {
        Figures figures = figures(pool);
        figures.lent.incrementAndGet();
        if (waitedNanos > 0) {
            figures.waits.record(waitedNanos, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void returned(String pool) {
        figures(pool).lent.decrementAndGet();
    }

    @Override
    public void discarded(String pool, Discard reason) {
        Figures figures = figures(pool);
        figures.gone.incrementAndGet();
        registry.counter(
                        "moonlet.pool.discards",
                        "profile",
                        pool,
                        "reason",
                        reason.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    @Override
    public void exhausted(String pool) {
        figures(pool).exhaustions.increment();
    }

    private Figures figures(String pool) {
        return pools.computeIfAbsent(pool, name -> new Figures(registry, name));
    }

    private static final class Figures {

        private final AtomicInteger lent = new AtomicInteger();
        private final AtomicInteger gone = new AtomicInteger();
        private final Counter creations;
        private final Counter exhaustions;
        private final Timer waits;

        Figures(MeterRegistry registry, String pool) {
            creations = counter(registry, pool, "creations");
            exhaustions = counter(registry, pool, "exhaustions");
            gauge(registry, pool, "lent", lent::get);
            gauge(registry, pool, "idle", this::idle);
            waits =
                    Timer.builder("moonlet.pool.wait")
                            .description("Borrowers that had to wait, and how long")
                            .tag("profile", pool)
                            .register(registry);
        }

        private double idle() {
            return Math.max(0, creations.count() - gone.get() - lent.get());
        }

        private static void gauge(
                MeterRegistry registry, String pool, String state, Supplier<Number> value) {
            Gauge.builder("moonlet.pool.states", value)
                    .tag("profile", pool)
                    .tag("state", state)
                    .strongReference(true)
                    .register(registry);
        }

        private static Counter counter(MeterRegistry registry, String pool, String name) {
            return Counter.builder("moonlet.pool." + name).tag("profile", pool).register(registry);
        }
    }
}
