package dev.moonlet.telemetry;

import dev.moonlet.operation.events.Events;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Tells how many events there are, who listens, and what comes too fast for them. */
@Component
final class EventMetrics implements MeterBinder {

    private final Events events;

    EventMetrics(Events events) {
        this.events = events;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("moonlet.events.emitted", events, Events::emitted)
                .description("Events that scripts and beans have emitted")
                .register(registry);
        FunctionCounter.builder("moonlet.events.dropped", events, Events::dropped)
                .description("Events that a listener did not hear because it was too slow")
                .register(registry);
        Gauge.builder("moonlet.events.listeners", events, Events::listeners)
                .description("Scripts and beans that listen")
                .register(registry);
    }
}
