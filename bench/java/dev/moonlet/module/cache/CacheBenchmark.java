package dev.moonlet.module.cache;

import dev.moonlet.module.TestKit;
import dev.moonlet.operation.cache.TrialCache;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What asking the cache costs a script: a yield, the check of the permission, a look, a copy. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CacheBenchmark {

    private static final int CALLS = 100_000;

    private final TestKit kit =
            TestKit.of(new CacheModule()).performing(new TrialCache().dispatcher());

    @Param({"'a short text'", "{id = 7, name = 'Ann', tags = {'a', 'b'}, price = 2.5}"})
    public String value = "";

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public @Nullable Object get() {
        return calls("get('k')");
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public @Nullable Object set() {
        return calls("set('k', value)");
    }

    private @Nullable Object calls(String call) {
        return kit.run(
                """
                local cache, value = require 'cache', %s
                cache.set('k', value)
                for _ = 1, %d do cache.%s end
                """
                        .formatted(value, CALLS, call));
    }
}
