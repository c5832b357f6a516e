package dev.moonlet.invocation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moonlet.lua.Call;
import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Discard;
import dev.moonlet.lua.Failure;
import dev.moonlet.lua.FunctionName;
import dev.moonlet.lua.Library;
import dev.moonlet.lua.Limits;
import dev.moonlet.lua.PoolListener;
import dev.moonlet.lua.PoolSettings;
import dev.moonlet.lua.Program;
import dev.moonlet.lua.Sequel;
import dev.moonlet.lua.StatePool;
import dev.moonlet.lua.Text;
import dev.moonlet.lua.Usage;
import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.Table;
import dev.moonlet.operation.Answer;
import dev.moonlet.operation.Dispatcher;
import dev.moonlet.operation.Dispatchers;
import dev.moonlet.operation.Operation;
import dev.moonlet.operation.OperationListener;
import dev.moonlet.security.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** A script with functions that ask, sleep and begin others, invoked for a test. */
final class Trial implements InvocationListener {

    record Ask(String what) implements Operation {}

    final Invocations invocations;
    final AtomicInteger ended = new AtomicInteger();
    final AtomicInteger discarded = new AtomicInteger();
    private final StatePool states;

    Trial(String script, Dispatcher<Ask> answering) {
        this(script, answering, Duration.ofSeconds(10));
    }

    Trial(String script, Dispatcher<Ask> answering, Duration linger) {
        Dispatchers dispatchers =
                new Dispatchers(
                        _ -> answering, (_, _) -> true, Clock.systemUTC(), OperationListener.NONE);
        invocations = new Invocations(dispatchers, this, Clock.systemUTC(), Pace.REAL, linger);
        Table functions = new Table();
        define(functions, "ask", Trial::ask);
        define(functions, "sleep", Trial::sleep);
        define(functions, "begin", Trial::begin);
        functions.freeze();
        Library library = new Library(name -> name.equals("t") ? functions : null, _ -> {});
        String whole = "local t = require 't' return {run = function(given) " + script + "\nend}";
        states =
                new StatePool(
                        "trial",
                        new Program(
                                library,
                                Map.of(
                                        "trial.lua",
                                        whole.getBytes(UTF_8),
                                        "waits.lua",
                                        "require('t').sleep(20)".getBytes(UTF_8),
                                        "yields.lua",
                                        "coroutine.yield()".getBytes(UTF_8))),
                        PoolSettings.ofMax(64, Duration.ofSeconds(20)),
                        new Discards());
    }

    Outcome<String> run(String id, Limits limits) {
        return invocations.run(
                new Invocation<>(id, Caller.ANONYMOUS, states, limits, new TextCall(id)));
    }

    Outcome<String> run() {
        return run("1", Limits.NONE.withTime(Duration.ofSeconds(20)));
    }

    @Override
    public void ended(FunctionName function, Outcome<?> outcome, Duration took, Usage usage) {
        ended.incrementAndGet();
    }

    @Override
    public void callbackFailed(FunctionName function, Failure failure) {}

    private static Varargs ask(Varargs given) {
        Object answer = Coroutine.await(new Ask(given.arg1().tojstring()));
        return answer instanceof Answer.Value(Object value)
                ? Text.of(String.valueOf(value))
                : LuaValue.NIL;
    }

    private static Varargs sleep(Varargs given) {
        Coroutine.running().tasks().sleep(Duration.ofMillis(given.arg1().tolong()));
        return LuaValue.NONE;
    }

    private static Varargs begin(Varargs given) {
        Coroutine.running().tasks().begin(given.arg1(), LuaValue.NONE, new Nothing());
        return LuaValue.NONE;
    }

    private static void define(Table table, String name, UnaryOperator<Varargs> does) {
        Body body =
                new Body() {
                    @Override
                    public Varargs apply(Varargs given) {
                        return does.apply(given);
                    }
                };
        table.put(Interned.of(name), body.function());
    }

    private record TextCall(String given) implements Call<String> {

        @Override
        public FunctionName function() {
            return new FunctionName("trial", "run");
        }

        @Override
        public Varargs arguments() {
            return Text.of(given);
        }

        @Override
        public String result(Varargs results) {
            return results.arg1().tojstring();
        }
    }

    private static final class Nothing implements Sequel {

        @Override
        public void returned(Varargs results) {}

        @Override
        public boolean failed(LuaValue error) {
            return false;
        }

        @Override
        public void canceled() {}
    }

    private final class Discards implements PoolListener {

        @Override
        public void created(String pool) {}

        @Override
        public void lent(String pool, long waitedNanos) {}

        @Override
        public void returned(String pool) {}

        @Override
        public void discarded(String pool, Discard reason) {
            discarded.incrementAndGet();
        }

        @Override
        public void exhausted(String pool) {}
    }
}
