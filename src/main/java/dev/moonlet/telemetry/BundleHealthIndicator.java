package dev.moonlet.telemetry;

import dev.moonlet.revision.Problem;
import dev.moonlet.revision.Revision;
import dev.moonlet.revision.Revisions;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Tells whether all of the bundle is served, or part of it, or nothing; and why. */
@Component
final class BundleHealthIndicator implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED", "part of the bundle is not served");

    private final Revisions revisions;

    BundleHealthIndicator(Revisions revisions) {
        this.revisions = revisions;
    }

    @Override
    public Health health() {
        Revision revision = revisions.current();
        Health.Builder health =
                Health.status(status(revision))
                        .withDetail("revision", revision.id())
                        .withDetail("routes", revision.served().size());
        tell(revision, "problems", health);
        revisions
                .refused()
                .ifPresent(refused ->
                        tell(refused, revisions.isServing() ? "refused" : "problems", health));
        return health.build();
    }

    private static void tell(Revision revision, String name, Health.Builder health) {
        List<Problem> problems = revision.report().problems();
        if (!problems.isEmpty()) {
            health.withDetail(name, problems.stream().map(Object::toString).toList());
        }
    }

    private static Status status(Revision revision) {
        if (revision.served().isEmpty()) {
            return Status.OUT_OF_SERVICE;
        }
        return revision.report().problems().isEmpty() ? Status.UP : DEGRADED;
    }
}
