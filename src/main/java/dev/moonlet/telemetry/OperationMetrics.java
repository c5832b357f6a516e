package dev.moonlet.telemetry;

import dev.moonlet.operation.Answer;
import dev.moonlet.operation.Operation;
import dev.moonlet.operation.OperationListener;
import dev.moonlet.operation.Scope;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Times what scripts ask of the outside, by what became of it. */
@Component
final class OperationMetrics implements OperationListener {

    private final MeterRegistry registry;
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

    OperationMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Performance begins(Operation operation, Scope scope) {
        long start = System.nanoTime();
        return answer ->
                timers.computeIfAbsent(new Key(operation.getClass(), word(answer)), this::timer)
                        .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Key key) {
        return Timer.builder("moonlet.operations")
                .description("What scripts have asked of the outside, from permission to answer")
                .tag("operation", name(key.operation))
                .tag("outcome", key.outcome)
                .register(registry);
    }

    /** {@code SendRequest}, or {@code CacheOperation.Get} of a family. */
    private static String name(Class<?> operation) {
        Class<?> family = operation.getEnclosingClass();
        return family == null
                ? operation.getSimpleName()
                : family.getSimpleName() + "." + operation.getSimpleName();
    }

    private static String word(Answer answer) {
        return switch (answer) {
            case Answer.Value _ -> "answered";
            case Answer.Failed(var kind, _) -> kind.name().toLowerCase(Locale.ROOT);
        };
    }

    private record Key(Class<?> operation, String outcome) {}
}
