package dev.moonlet.lua;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;

/** What it takes to have a state: from the pool, and made anew. */
@org.openjdk.jmh.annotations.State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StatePoolBenchmark {

    private static final byte[] SCRIPT =
            "return { f = function() end }".getBytes(StandardCharsets.UTF_8);

    private final Program program =
            new Program(new Library(ModuleSource.NONE, _ -> {}), Map.of("main.lua", SCRIPT));
    private final StatePool pool =
            new StatePool(
                    "standard",
                    program,
                    PoolSettings.ofMax(64, Duration.ofSeconds(1)),
                    PoolListener.NONE);

    @Benchmark
    public State borrowAndGiveBack() throws PoolExhausted, InterruptedException {
        State state = pool.borrow();
        pool.giveBack(state);
        return state;
    }

    @Benchmark
    public State create() {
        return new State(program);
    }
}
