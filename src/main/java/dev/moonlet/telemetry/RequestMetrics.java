package dev.moonlet.telemetry;

import dev.moonlet.http.RequestListener;
import dev.moonlet.lua.FunctionName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Times the requests of routes under the name and the tags that Spring uses for its own. */
@Component
final class RequestMetrics implements RequestListener {

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    private final MeterRegistry registry;
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void answered(String method, String route, int status, Duration took) {
        String known = METHODS.contains(method) ? method : "UNKNOWN";
        timers.computeIfAbsent(new Key(known, route, status), this::timer).record(took);
    }

    @Override
    public void refused(FunctionName function) {
        Counter.builder("moonlet.http.refusals")
                .description("Requests that came when as many as x-concurrency lets ran already")
                .tag("function", function.toString())
                .register(registry)
                .increment();
    }

    private Timer timer(Key key) {
        return Timer.builder("http.server.requests")
                .tag("method", key.method)
                .tag("uri", key.route)
                .tag("status", Integer.toString(key.status))
                .tag("outcome", outcome(key.status))
                .tag("exception", "none")
                .tag("error", "none")
                .register(registry);
    }

    private static String outcome(int status) {
        HttpStatus.Series series = HttpStatus.Series.resolve(status);
        return switch (series) {
            case INFORMATIONAL -> "INFORMATIONAL";
            case SUCCESSFUL -> "SUCCESS";
            case REDIRECTION -> "REDIRECTION";
            case CLIENT_ERROR -> "CLIENT_ERROR";
            case SERVER_ERROR -> "SERVER_ERROR";
            case null -> "UNKNOWN";
        };
    }

    private record Key(String method, String route, int status) {}
}
