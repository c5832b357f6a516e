package dev.moonlet.telemetry;

import dev.moonlet.module.LoadStep;
import dev.moonlet.module.ModuleStatus;
import dev.moonlet.module.Modules;
import dev.moonlet.module.Programs;
import dev.moonlet.revision.Revisions;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Tells which modules could not be begun, and what of profiles' stages could not be loaded. */
@Component
final class ModulesHealthIndicator implements HealthIndicator {

    private final Modules modules;
    private final Revisions revisions;

    ModulesHealthIndicator(Modules modules, Revisions revisions) {
        this.modules = modules;
        this.revisions = revisions;
    }

    @Override
    public Health health() {
        Map<String, String> failures = failures();
        return failures.isEmpty()
                ? Health.up().build()
                : Health.status(new Status(BundleHealthIndicator.DEGRADED.getCode()))
                        .withDetails(failures)
                        .build();
    }

    private Map<String, String> failures() {
        Map<String, String> failures = new TreeMap<>();
        Programs programs = revisions.current().part(Programs.class);
        programs.steps().values().stream()
                .flatMap(steps -> steps.stream().filter(LoadStep::hasFailed))
                .forEach(step -> failures.put(step.name(), step.error().orElse("")));
        for (ModuleStatus status : modules.statuses()) {
            failures.remove(status.name());
            status.error().ifPresent(error -> failures.put(status.name(), error));
        }
        return failures;
    }
}
