package dev.moonlet.module;

import dev.moonlet.invocation.Invocations;
import dev.moonlet.lua.Limits;
import dev.moonlet.revision.Retirement;
import dev.moonlet.revision.Revision;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets go of the states of a revision as those who have begun with it come to their end. */
@Component
public final class RetirePrograms implements Retirement {

    private static final String WHY = "another revision is served, and moonlet.pool.drain is over";

    private final Invocations invocations;
    private final long drainNanos;
    private final Queue<Draining> draining = new ConcurrentLinkedQueue<>();

    private record Draining(Programs programs, long since) {}

    RetirePrograms(Invocations invocations, ScriptProperties properties) {
        this.invocations = invocations;
        drainNanos = Limits.finite(properties.pool().drain()).toNanos();
    }

    @Override
    public void retire(Revision revision) {
        revision.find(Programs.class)
                .ifPresent(programs -> {
                    programs.retire();
                    draining.add(new Draining(programs, System.nanoTime()));
                });
    }

    /** How many revisions are not served any more, and still have something going on. */
    public int draining() {
        return draining.size();
    }

    /** A revision stays until a second look, for who has just found his route in it. */
    @Scheduled(fixedDelay = 1000)
    void look() {
        for (Draining each : draining) {
            if (System.nanoTime() - each.since() > drainNanos) {
                invocations.cancel(each.programs()::have, WHY);
            }
        }
        draining.removeIf(each ->
                System.nanoTime() - each.since() > 1_000_000_000 && !each.programs().areLent());
    }
}
