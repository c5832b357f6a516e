package dev.moonlet.telemetry;

import dev.moonlet.revision.Revision;
import dev.moonlet.revision.Revisions;
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
                        .withDetail("revision", revision.bundle().id())
                        .withDetail("routes", revision.served().size());
        if (!revision.problems().isEmpty()) {
            health.withDetail(
                    "problems", revision.problems().stream().map(Object::toString).toList());
        }
        return health.build();
    }

    private static Status status(Revision revision) {
        if (revision.served().isEmpty()) {
            return Status.OUT_OF_SERVICE;
        }
        return revision.problems().isEmpty() ? Status.UP : DEGRADED;
    }
}
