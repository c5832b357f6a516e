package dev.moonlet.module;

import dev.moonlet.module.signature.Types;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A call of an empty function in Lua, of one in a module, and of require. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ModuleBenchmark {

    private static final int CALLS = 1_000_000;

    private final TestKit kit =
            TestKit.of(() ->
                    Definition.of("m", "")
                            .with(
                                    ModuleFunction.named("f")
                                            .takes("n", Types.INTEGER)
                                            .does(_ -> LuaValue.NONE)));

    @Param({"function(n) end", "require('m').f", "function(n) require 'm' end"})
    public String function = "";

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public @Nullable Object call() {
        return kit.run("local f = " + function + " for i = 1, " + CALLS + " do f(i) end");
    }
}
