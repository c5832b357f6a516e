package dev.moonlet.telemetry;

import dev.moonlet.invocation.InvocationListener;
import dev.moonlet.invocation.Outcome;
import dev.moonlet.lua.Failure;
import dev.moonlet.lua.FunctionName;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Times the invocations of each function by what became of them. */
@Component
final class InvocationMetrics implements InvocationListener {

    private final MeterRegistry registry;
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

    InvocationMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void ended(FunctionName function, Outcome<?> outcome, Duration took) {
        timers.computeIfAbsent(new Key(function, word(outcome)), this::timer).record(took);
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
                        case Failure.Killed(String limit, _, _) -> "killed by " + limit;
                    };
        };
    }

    private record Key(FunctionName function, String outcome) {}
}
