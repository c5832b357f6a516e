package dev.moonlet.lua;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;

/** An invocation of a script that requires two others, which are kept or loaded each time. */
@org.openjdk.jmh.annotations.State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class IsolationBenchmark {

    private static final Map<String, byte[]> SOURCES =
            Map.of(
                    "main.lua",
                    """
                    local money, text = require "lib.money", require "lib.text"
                    return { price = function() return text.quoted(money.rounded(17.129)) end }\
                    """
                            .getBytes(UTF_8),
                    "lib/money.lua",
                    """
                    local money = {}
                    function money.rounded(amount) return math.floor(amount * 100 + 0.5) / 100 end
                    function money.sum(a, b) return money.rounded(a + b) end
                    return money\
                    """
                            .getBytes(UTF_8),
                    "lib/text.lua",
                    """
                    local text = {}
                    function text.quoted(value) return "'" .. value .. "'" end
                    function text.trimmed(value) return value:match("^%s*(.-)%s*$") end
                    return text\
                    """
                            .getBytes(UTF_8));

    private static final Limits LIMITS = Limits.NONE.withTime(Duration.ofSeconds(10));

    private final TextCall price = new TextCall(FunctionName.of("main.price"));

    @Param({"STATE", "REQUEST"})
    public Isolation isolation = Isolation.STATE;

    private StatePool states = states();

    @Setup
    public void compile() {
        states = states();
    }

    @Benchmark
    public Step<String> call() throws PoolExhausted, InterruptedException {
        State state = states.borrow();
        try {
            return state.begin(price, LIMITS).resume(null);
        } finally {
            states.giveBack(state);
        }
    }

    private StatePool states() {
        return new StatePool(
                "standard",
                new Program(
                        new Library(ModuleSource.NONE, _ -> {}),
                        isolation,
                        SOURCES,
                        new CompiledScripts()),
                PoolSettings.ofMax(64, Duration.ofSeconds(1)),
                PoolListener.NONE);
    }
}
