package dev.moonlet.telemetry;

import dev.moonlet.invocation.InvocationListener;
import dev.moonlet.invocation.Outcome;
import dev.moonlet.lua.Failure;
import dev.moonlet.lua.FunctionName;
import dev.moonlet.lua.Usage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.BaseUnits;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Times the invocations of each function by what became of them. */
@Component
final class InvocationMetrics implements InvocationListener {

    private final MeterRegistry registry;
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();
    private final Map<FunctionName, Uses> uses = new ConcurrentHashMap<>();

    InvocationMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void ended(FunctionName function, Outcome<?> outcome, Duration took, Usage usage) {
        timers.computeIfAbsent(new Key(function, word(outcome)), this::timer).record(took);
        if (!usage.equals(Usage.NONE)) {
            uses.computeIfAbsent(function, this::uses).record(usage);
        }
    }

    @Override
    public void callbackFailed(FunctionName function, Failure failure) {
        Counter.builder("moonlet.callbacks.failed")
                .description("Functions of timers and events that have raised an error")
                .tag("function", function.toString())
                .register(registry)
                .increment();
    }

    private Uses uses(FunctionName function) {
        return new Uses(
                Timer.builder("moonlet.invocations.cpu")
                        .description("The time that calls of scripts have spent in Lua")
                        .tag("function", function.toString())
                        .register(registry),
                bytes("allocated", "What they have allocated, most of it garbage", function),
                bytes("memory", "What they and their states have held at most", function));
    }

    private DistributionSummary bytes(String name, String what, FunctionName function) {
        return DistributionSummary.builder("moonlet.invocations." + name)
                .description(what)
                .baseUnit(BaseUnits.BYTES)
                .tag("function", function.toString())
                .register(registry);
    }

    private Timer timer(Key key) {
        return Timer.builder("moonlet.invocations")
                .description("Calls of scripts, from asking for a state to giving it back")
                .tag("function", key.function.toString())
                .tag("outcome", key.outcome)
                .register(registry);
    }

    private static String word(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Returned<?> _ -> "returned";
            case Outcome.Refused<?> _ -> "refused";
            case Outcome.Failed<?>(Failure failure) ->
                    switch (failure) {
                        case Failure.Raised _ -> "raised";
                        case Failure.Rejected _ -> "rejected";
                        case Failure.Canceled _ -> "canceled";
                        case Failure.Killed(String limit, _, _) -> "killed by " + limit;
                    };
        };
    }

    private record Key(FunctionName function, String outcome) {}

    private record Uses(Timer cpu, DistributionSummary allocated, DistributionSummary memory) {

        private void record(Usage usage) {
            cpu.record(usage.cpu());
            allocated.record((double) usage.allocated());
            memory.record((double) usage.memory());
        }
    }
}
