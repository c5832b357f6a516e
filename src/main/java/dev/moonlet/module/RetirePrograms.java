package dev.moonlet.module;

import dev.moonlet.invocation.Invocations;
import dev.moonlet.lua.Limits;
import dev.moonlet.lua.StatePool;
import dev.moonlet.revision.Retirement;
import dev.moonlet.revision.Revision;
import java.lang.ref.WeakReference;
import java.util.List;
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

    /** The pools of a revision, for as long as somebody may borrow from them. */
    private record Draining(List<WeakReference<StatePool>> pools, long since) {

        boolean has(StatePool pool) {
            return pools.stream().anyMatch(each -> each.refersTo(pool));
        }

        boolean isUsed() {
            return pools.stream()
                    .map(WeakReference::get)
                    .anyMatch(pool -> pool != null && pool.lent() > 0);
        }

        boolean isGone() {
            return pools.stream().allMatch(each -> each.refersTo(null));
        }
    }

    RetirePrograms(Invocations invocations, ScriptProperties properties) {
        this.invocations = invocations;
        drainNanos = Limits.finite(properties.pool().drain()).toNanos();
    }

    @Override
    public void retire(Revision revision) {
        revision.find(Programs.class)
                .ifPresent(programs -> {
                    List<WeakReference<StatePool>> pools =
                            programs.retire().stream().map(WeakReference::new).toList();
                    draining.add(new Draining(pools, System.nanoTime()));
                });
    }

    /** How many revisions are not served any more, and still have something going on. */
    public int draining() {
        return (int) draining.stream().filter(Draining::isUsed).count();
    }

    @Scheduled(fixedDelay = 1000)
    void look() {
        for (Draining each : draining) {
            if (System.nanoTime() - each.since() > drainNanos) {
                invocations.cancel(each::has, WHY);
            }
        }
        draining.removeIf(Draining::isGone);
    }
}
