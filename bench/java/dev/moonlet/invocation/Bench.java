package dev.moonlet.invocation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moonlet.lua.Call;
import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.FunctionName;
import dev.moonlet.lua.Library;
import dev.moonlet.lua.Limits;
import dev.moonlet.lua.PoolListener;
import dev.moonlet.lua.PoolSettings;
import dev.moonlet.lua.Program;
import dev.moonlet.lua.StatePool;
import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Table;
import dev.moonlet.operation.Dispatcher;
import dev.moonlet.operation.Dispatchers;
import dev.moonlet.operation.Operation;
import dev.moonlet.operation.OperationListener;
import dev.moonlet.security.Caller;
import dev.moonlet.security.Permission;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Invocations of a script that asks for nothing, and sleeps. */
final class Bench {

    private static final Limits LIMITS =
            Limits.NONE.withTime(Duration.ofHours(1)).withMemory(50 << 20);

    private final Invocations invocations =
            new Invocations(
                    new Dispatchers(
                            _ -> (Dispatcher<Nothing>) (_, _) -> null,
                            (_, permission) -> permission.action().equals("bench.nothing"),
                            Clock.systemUTC(),
                            OperationListener.NONE),
                    (_, _, _, _) -> {},
                    Clock.systemUTC(),
                    Pace.REAL,
                    Duration.ofSeconds(10));
    private final StatePool states;

    private record Nothing() implements Operation {

        private static final Optional<Permission> NEEDED =
                Optional.of(new Permission("bench.nothing", "any"));

        @Override
        public Optional<Permission> permission() {
            return NEEDED;
        }
    }

    Bench(String script, int most) {
        Table outside = new Table();
        define(outside, "nothing", _ -> LuaValue.valueOf(Coroutine.await(new Nothing()) != null));
        define(
                outside,
                "sleep",
                given -> {
                    Coroutine.running().tasks().sleep(Duration.ofMillis(given.arg1().tolong()));
                    return LuaValue.NONE;
                });
        outside.freeze();
        Library library = new Library(Map.of("outside", outside)::get, _ -> {});
        states =
                new StatePool(
                        "bench",
                        new Program(library, Map.of("bench.lua", script.getBytes(UTF_8))),
                        PoolSettings.ofMax(most, Duration.ofMinutes(1)),
                        PoolListener.NONE);
    }

    Outcome<String> run(int given) {
        return invocations.run(
                new Invocation<>("1", Caller.ANONYMOUS, states, LIMITS, new Run(given)));
    }

    private static void define(Table table, String name, UnaryOperator<Varargs> does) {
        table.put(
                Interned.of(name),
                new Body() {
                    @Override
                    public Varargs apply(Varargs given) {
                        return does.apply(given);
                    }
                }.function());
    }

    private record Run(int given) implements Call<String> {

        @Override
        public FunctionName function() {
            return new FunctionName("bench", "run");
        }

        @Override
        public Varargs arguments() {
            return LuaInt.of(given);
        }

        @Override
        public String result(Varargs results) {
            return results.arg1().tojstring();
        }
    }
}
