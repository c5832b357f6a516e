package dev.moonlet.lua;

import dev.moonlet.lua.coroutine.Carrier;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One resume and the yield that answers it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CoroutineBenchmark {

    @Param({"continuation", "thread"})
    public String kind = "";

    private Coroutine<Object> endless = coroutine(Carrier.Kind.THREAD);

    @Setup
    public void begin() {
        endless =
                coroutine(kind.equals("thread") ? Carrier.Kind.THREAD : Carrier.Kind.CONTINUATION);
        endless.resume(null);
    }

    @TearDown
    public void end() {
        endless.abandon();
    }

    @Benchmark
    public Step<Object> resumeAndYield() {
        return endless.resume("answer");
    }

    private static Coroutine<Object> coroutine(Carrier.Kind kind) {
        return new Coroutine<>(
                new Tasks(kind, null, Limits.NONE.withTime(Duration.ofDays(1))),
                _ -> yieldForEver());
    }

    private static Step<Object> yieldForEver() {
        while (true) {
            Coroutine.await("request");
        }
    }
}
