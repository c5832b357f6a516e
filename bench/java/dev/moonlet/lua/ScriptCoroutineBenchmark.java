package dev.moonlet.lua;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moonlet.lua.coroutine.Carrier;
import dev.moonlet.lua.stdlib.Loader;
import dev.moonlet.lua.stdlib.RandomState;
import dev.moonlet.lua.stdlib.StandardLibrary;
import dev.moonlet.lua.stdlib.Surroundings;
import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.Table;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.luaj.vm2.LuaValue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What coroutines cost a script: one resume and its yield, and a whole one with two resumes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScriptCoroutineBenchmark {

    private static final int LOOPS = 1000;

    @Param({"continuation", "thread"})
    public String kind = "";

    private LuaValue resume = LuaValue.NIL;
    private LuaValue create = LuaValue.NIL;
    private Table globals = new Table();

    @Setup
    public void compile() throws Loader.Refused {
        RandomState random = new RandomState();
        Loader loader = new ScriptLoader(() -> globals);
        Carrier.Kind carriers =
                kind.equals("thread") ? Carrier.Kind.THREAD : Carrier.Kind.CONTINUATION;
        globals =
                StandardLibrary.globals(
                        new Surroundings(
                                _ -> {},
                                loader,
                                carriers,
                                () -> random,
                                ZoneOffset.UTC,
                                InstantSource.system()));
        resume =
                script(
                        loader,
                        """
                        local co = coroutine.wrap(function()
                          local i = 0
                          while true do i = i + 1 coroutine.yield(i) end
                        end)
                        return function() for _ = 1, 1000 do co() end end\
                        """);
        create =
                script(
                        loader,
                        """
                        local function body(a) return a + coroutine.yield(a) end
                        return function()
                          for i = 1, 1000 do
                            local co = coroutine.create(body)
                            coroutine.resume(co, i)
                            coroutine.resume(co, i)
                          end
                        end\
                        """);
    }

    @Benchmark
    @OperationsPerInvocation(LOOPS)
    public LuaValue resumeAndYield() {
        return Calls.call(resume);
    }

    @Benchmark
    @OperationsPerInvocation(LOOPS)
    public LuaValue createAndResumeTwice() {
        return Calls.call(create);
    }

    private static LuaValue script(Loader loader, String code) throws Loader.Refused {
        return Calls.call(loader.load(code.getBytes(UTF_8), "benchmark", null));
    }
}
