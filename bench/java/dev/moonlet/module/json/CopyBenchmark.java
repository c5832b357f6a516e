package dev.moonlet.module.json;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A value on its way out of a state and into another: as Java's values, and as JSON. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CopyBenchmark {

    private final LuaValue value =
            JsonReader.read(
                    "{\"id\":7,\"name\":\"Ann\",\"tags\":[\"a\",\"b\"],\"price\":2.5}"
                            .getBytes(StandardCharsets.UTF_8));
    private final @Nullable Object plain = JsonValues.copy(value);
    private final byte[] json = JsonWriter.write(value);

    @Param({"plain", "json"})
    public String form = "";

    @Benchmark
    public @Nullable Object out() {
        return form.equals("json") ? JsonWriter.write(value) : JsonValues.copy(value);
    }

    @Benchmark
    public LuaValue in() {
        return form.equals("json") ? JsonReader.read(json) : JsonValues.of(plain);
    }
}
