package dev.moonlet.invocation;

import dev.moonlet.lua.FunctionName;
import dev.moonlet.lua.Library;
import dev.moonlet.lua.Limits;
import dev.moonlet.lua.ModuleSource;
import dev.moonlet.lua.PoolListener;
import dev.moonlet.lua.PoolSettings;
import dev.moonlet.lua.Program;
import dev.moonlet.lua.StatePool;
import dev.moonlet.module.http.Content;
import dev.moonlet.module.http.Findings;
import dev.moonlet.module.http.HandlerCall;
import dev.moonlet.module.http.Reply;
import dev.moonlet.module.http.Request;
import dev.moonlet.operation.Dispatchers;
import dev.moonlet.operation.OperationListener;
import dev.moonlet.security.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The repository's own handler from request to reply, without the web around it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class InvocationBenchmark {

    private static final Limits LIMITS = Limits.NONE.withTime(Duration.ofSeconds(10));

    private final Invocations invocations =
            new Invocations(
                    new Dispatchers(
                            List.of(), (_, _) -> false, Clock.systemUTC(), OperationListener.NONE),
                    (_, _, _, _) -> {},
                    Clock.systemUTC(),
                    Pace.REAL,
                    Duration.ZERO);
    private StatePool states = states(new byte[0]);

    @Setup
    public void load() throws IOException {
        states = states(Files.readAllBytes(Path.of("lua/handlers/hello.lua")));
    }

    @Benchmark
    public Outcome<Reply> greet() {
        Request request =
                new Request(
                        "1",
                        "GET",
                        "/hello/bob",
                        Caller.ANONYMOUS,
                        "127.0.0.1",
                        new Request.Values(
                                Map.of("name", "bob"),
                                Map.of(),
                                Map.of("accept", "application/json"),
                                Map.of()),
                        new Content.None(),
                        new Findings());
        HandlerCall call = new HandlerCall(FunctionName.of("handlers.hello.greet"), request);
        return invocations.run(new Invocation<>("1", Caller.ANONYMOUS, states, LIMITS, call));
    }

    private static StatePool states(byte[] script) {
        return new StatePool(
                "standard",
                new Program(
                        new Library(ModuleSource.NONE, _ -> {}),
                        Map.of("handlers/hello.lua", script)),
                PoolSettings.ofMax(64, Duration.ofSeconds(1)),
                PoolListener.NONE);
    }
}
