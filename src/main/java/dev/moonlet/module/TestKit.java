package dev.moonlet.module;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moonlet.lua.Call;
import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Failure;
import dev.moonlet.lua.FunctionName;
import dev.moonlet.lua.Library;
import dev.moonlet.lua.Limits;
import dev.moonlet.lua.PoolListener;
import dev.moonlet.lua.PoolSettings;
import dev.moonlet.lua.Program;
import dev.moonlet.lua.State;
import dev.moonlet.lua.StatePool;
import dev.moonlet.lua.Step;
import dev.moonlet.operation.Answer;
import dev.moonlet.operation.Operation;
import dev.moonlet.operation.OperationFailed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * Runs scripts against chosen modules, without a server: for the tests of those who write modules.
 *
 * <pre>{@code
 * TestKit kit = TestKit.of(new GreetingModule()).answering(Fetch.class, fetch -> "<html>");
 * assertThat(kit.run("return require('greeting').hello('Ann')")).isEqualTo("Hello, Ann");
 * }</pre>
 */
public final class TestKit {

    private static final String SCRIPT = "test";
    private static final Limits LIMITS = Limits.NONE.withTime(Duration.ofSeconds(30));

    private final Modules modules;
    private final Map<Class<?>, Answering<Operation>> answers = new HashMap<>();
    private final List<String> printed = new ArrayList<>();
    private Profile profile = new Profile("test", Set.of(Profile.ALL), LIMITS);

    /** What a fake answers an operation. */
    @FunctionalInterface
    public interface Answering<O extends Operation> {
        @Nullable Object answer(O operation) throws OperationFailed;
    }

    private TestKit(List<Module> modules) {
        this.modules = new Modules(modules, Forbidden.NOTHING);
    }

    /** A kit with these modules and no others. */
    public static TestKit of(Module... modules) {
        return new TestKit(List.of(modules));
    }

    /** Answers operations of a type; {@link OperationFailed} is a failure of the world. */
    @SuppressWarnings("unchecked") // the class that it is asked for by says which it is
    public <O extends Operation> TestKit answering(Class<O> type, Answering<O> answering) {
        answers.put(type, (Answering<Operation>) answering);
        return this;
    }

    /** Lets scripts have what a profile lets them have, and no more. */
    public TestKit in(Profile chosen) {
        profile = chosen;
        return this;
    }

    /** What scripts have printed. */
    public List<String> printed() {
        return List.copyOf(printed);
    }

    /**
     * Runs a script in a state of its own.
     *
     * @return what it returns: null, a Boolean, Long, Double, String, List or Map; several values
     *     as a List
     * @throws ScriptFailed if it does not return
     */
    public @Nullable Object run(String script) {
        return inState(script, state -> finish(state.begin(new Run(), profile.limits()))).value;
    }

    private Result inState(String script, Function<State, Result> use) {
        // On the first line, so that places in messages are the script's own.
        String whole = "return {run = function() " + script + "\nend}";
        Program program = new Program(library(), Map.of(SCRIPT + ".lua", whole.getBytes(UTF_8)));
        program.problems()
                .forEach(problem -> {
                    throw new ScriptFailed(
                            "%s.lua:%d: %s".formatted(SCRIPT, problem.line(), problem.reason()));
                });
        StatePool pool =
                new StatePool(
                        SCRIPT,
                        program,
                        PoolSettings.ofMax(1, Duration.ofSeconds(1)),
                        PoolListener.NONE);
        State state = now(pool::borrow);
        try {
            return use.apply(state);
        } finally {
            pool.giveBack(state);
        }
    }

    private Library library() {
        return new Library(
                name -> modules.table(name, profile),
                printed::add,
                ProfileGlobals.of(profile, profile.limits().memory(), printed::add));
    }

    private Result finish(Coroutine<Result> run) {
        Step<Result> step = run.resume(null);
        while (step instanceof Step.Yielded<Result>(Object request)) {
            step = run.resume(answer((Operation) request));
        }
        return switch (step) {
            case Step.Returned<Result>(Result result) -> result;
            case Step.Failed<Result>(Failure failure) -> throw new ScriptFailed(failure.message());
            case Step.Yielded<Result> _ -> throw new AssertionError(step);
        };
    }

    private Answer answer(Operation operation) {
        Answering<Operation> answering = answers.get(operation.getClass());
        if (answering == null) {
            throw new ScriptFailed(
                    "nothing answers %s: say so by answering(%s.class, …)"
                            .formatted(operation, operation.getClass().getSimpleName()));
        }
        try {
            return new Answer.Value(answering.answer(operation));
        } catch (OperationFailed failed) {
            return new Answer.Failed(failed.kind(), String.valueOf(failed.getMessage()));
        }
    }

    private static <T> T now(Callable<T> action) {
        try {
            return action.call();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Result(@Nullable Object value) {}

    private record Run() implements Call<Result> {

        @Override
        public FunctionName function() {
            return new FunctionName(SCRIPT, "run");
        }

        @Override
        public Varargs arguments() {
            return LuaValue.NONE;
        }

        @Override
        public Result result(Varargs results) {
            return new Result(
                    results.narg() > 1 ? JavaValues.list(results) : JavaValues.of(results.arg1()));
        }
    }
}
