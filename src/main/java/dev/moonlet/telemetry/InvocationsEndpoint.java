package dev.moonlet.telemetry;

import dev.moonlet.invocation.Active;
import dev.moonlet.invocation.Invocations;
import dev.moonlet.invocation.Running;
import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.stereotype.Component;

/** Lists the invocations that run, and cancels one. */
@Component
@Endpoint(id = "invocations")
final class InvocationsEndpoint {

    private final Invocations invocations;

    InvocationsEndpoint(Invocations invocations) {
        this.invocations = invocations;
    }

    @ReadOperation
    Report list() {
        return new Report(
                invocations.active(), invocations.running().stream().map(Entry::of).toList());
    }

    /** Cancels the invocations of a request. */
    @DeleteOperation
    Canceled cancel(@Selector String id) {
        List<Running> found =
                invocations.running().stream().filter(each -> each.id().equals(id)).toList();
        found.forEach(Running::cancel);
        return new Canceled(found.size());
    }

    record Report(Active active, List<Entry> invocations) {}

    record Canceled(int canceled) {}

    /**
     * An invocation.
     *
     * @param state running, waiting, or lingering when it has answered already
     */
    record Entry(String id, String function, String state, long ageMillis, String waitsFor) {

        private static Entry of(Running run) {
            String waitsFor = run.waitsFor();
            String state = waitsFor.isEmpty() ? "running" : "waiting";
            return new Entry(
                    run.id(),
                    run.function().toString(),
                    run.isAnswered() ? "lingering" : state,
                    run.age().toMillis(),
                    waitsFor);
        }
    }
}
