package dev.moonlet.invocation;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** An operation that does nothing, from Lua to the dispatcher and back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OperationBenchmark {

    private static final int TIMES = 1000;

    private final Bench bench =
            new Bench(
                    """
                    local nothing = require("outside").nothing
                    return { run = function() for i = 1, 1000 do nothing() end end }\
                    """,
                    4);

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public Outcome<String> nothing() {
        return bench.run(0);
    }
}
