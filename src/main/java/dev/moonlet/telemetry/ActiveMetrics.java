package dev.moonlet.telemetry;

import dev.moonlet.invocation.Active;
import dev.moonlet.invocation.Invocations;
import dev.moonlet.module.RetirePrograms;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;

/** Tells what is going on at the moment, by its kind. */
@Component
final class ActiveMetrics implements MeterBinder {

    private final Invocations invocations;
    private final RetirePrograms programs;

    ActiveMetrics(Invocations invocations, RetirePrograms programs) {
        this.invocations = invocations;
        this.programs = programs;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "requests", Active::requests);
        gauge(registry, "streams", Active::streams);
        gauge(registry, "lingering", Active::lingering);
        gauge(registry, "operations", Active::operations);
        gauge(registry, "timers", Active::timers);
        gauge(registry, "intervals", Active::intervals);
        Gauge.builder("moonlet.revisions.draining", programs::draining)
                .description("Revisions that are not served any more and still do something")
                .register(registry);
    }

    private void gauge(MeterRegistry registry, String kind, ToIntFunction<Active> count) {
        Gauge.builder("moonlet.active", () -> count.applyAsInt(invocations.active()))
                .description("What is going on in invocations")
                .tag("kind", kind)
                .register(registry);
    }
}
