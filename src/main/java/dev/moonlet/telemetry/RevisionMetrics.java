package dev.moonlet.telemetry;

import dev.moonlet.revision.Revision;
import dev.moonlet.revision.RevisionListener;
import dev.moonlet.revision.StepReport;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts what becomes of revisions. */
@Component
final class RevisionMetrics implements RevisionListener {

    private final MeterRegistry registry;
    private final MultiGauge served;

    RevisionMetrics(MeterRegistry registry) {
        this.registry = registry;
        served =
                MultiGauge.builder("moonlet.revision.served")
                        .description("1 for the revision that is served")
                        .register(registry);
    }

    @Override
    public void prepared(Revision revision) {
        count("moonlet.revisions", revision.report().refused() ? "refused" : "ready");
        revision.report().steps().forEach(this::count);
    }

    private void count(StepReport report) {
        Timer.builder("moonlet.revision.step")
                .description("What bundles go through until they are served")
                .tag("step", report.step().word())
                .tag("outcome", report.outcome().name().toLowerCase(Locale.ROOT))
                .register(registry)
                .record(report.took());
    }

    @Override
    public void activated(Revision revision) {
        count("moonlet.activations", "done");
        served.register(List.of(MultiGauge.Row.of(Tags.of("revision", revision.id()), 1)), true);
    }

    @Override
    public void looked(boolean reached) {
        count("moonlet.source.looks", reached ? "reached" : "failed");
    }

    private void count(String name, String outcome) {
        Counter.builder(name).tag("outcome", outcome).register(registry).increment();
    }
}
