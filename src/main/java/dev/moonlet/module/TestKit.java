package dev.moonlet.module;

import dev.moonlet.invocation.Invocation;
import dev.moonlet.invocation.Invocations;
import dev.moonlet.invocation.Outcome;
import dev.moonlet.invocation.Pace;
import dev.moonlet.lua.FunctionName;
import dev.moonlet.lua.Library;
import dev.moonlet.lua.Limits;
import dev.moonlet.lua.PoolListener;
import dev.moonlet.lua.PoolSettings;
import dev.moonlet.lua.Program;
import dev.moonlet.lua.StatePool;
import dev.moonlet.operation.Dispatcher;
import dev.moonlet.operation.Dispatchers;
import dev.moonlet.operation.Kind;
import dev.moonlet.operation.Operation;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.OperationListener;
import dev.moonlet.operation.Scope;
import dev.moonlet.security.Caller;
import dev.moonlet.security.Permissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

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
    private final Map<Class<?>, Dispatcher<?>> answers = new ConcurrentHashMap<>();
    private final List<String> printed = new CopyOnWriteArrayList<>();
    private final List<String> failed = new CopyOnWriteArrayList<>();
    private Profile profile = new Profile("test", Set.of(Profile.ALL), LIMITS);
    private Permissions permissions = (_, _) -> true;
    private Clock clock = Clock.systemUTC();
    private Pace pace = Pace.REAL;

    /** What a fake answers an operation. */
    @FunctionalInterface
    public interface Answering<O extends Operation> {
        @Nullable Object answer(O operation) throws OperationFailed, InterruptedException;
    }

    private TestKit(List<Module> modules) {
        this.modules = new Modules(modules, Forbidden.NOTHING);
    }

    /** A kit with these modules and no others. */
    public static TestKit of(Module... modules) {
        return new TestKit(List.of(modules));
    }

    /** Answers operations of a type; {@link OperationFailed} is a failure of the world. */
    public <O extends Operation> TestKit answering(Class<O> type, Answering<O> answering) {
        Dispatcher<O> fake = (operation, _) -> answering.answer(operation);
        answers.put(type, fake);
        return this;
    }

    /** Performs operations as the service does. */
    public TestKit performing(Dispatcher<?>... dispatchers) {
        answers.putAll(Dispatchers.byOperation(List.of(dispatchers)));
        return this;
    }

    /** Lets scripts have what a profile lets them have, and no more. */
    public TestKit in(Profile chosen) {
        profile = chosen;
        return this;
    }

    /** Lets scripts do what these allow; without them, anything. */
    public TestKit allowing(Permissions chosen) {
        permissions = chosen;
        return this;
    }

    /** Lets time pass by a clock: when scripts only wait for timers, it goes on to the next. */
    public TestKit at(TestClock chosen) {
        clock = chosen;
        pace = chosen.pace();
        return this;
    }

    /** What scripts have printed. */
    public List<String> printed() {
        return List.copyOf(printed);
    }

    /** Why functions of timers and events have failed. */
    public List<String> failed() {
        return List.copyOf(failed);
    }

    /**
     * Runs a script in a state of its own, to the end of all that it leaves to timers and other
     * coroutines.
     *
     * @return what it returns: null, a Boolean, Long, Double, String, List or Map; several values
     *     as a List
     * @throws ScriptFailed if it does not return
     */
    public @Nullable Object run(String script) {
        ScriptCall call = new ScriptCall(new FunctionName(SCRIPT, "run"), List.of());
        OneEnd end = new OneEnd(failed);
        Unanswered unanswered = new Unanswered();
        Dispatchers dispatchers =
                new Dispatchers(
                        type -> answers.getOrDefault(type, unanswered),
                        permissions,
                        clock,
                        OperationListener.NONE);
        Invocations invocations =
                new Invocations(dispatchers, end, clock, pace, Duration.ofDays(1));
        Outcome<ScriptCall.Result> outcome =
                invocations.run(
                        new Invocation<>(
                                "test", Caller.ANONYMOUS, pool(script), profile.limits(), call));
        end.await();
        unanswered.check();
        return ScriptCall.value(outcome);
    }

    private StatePool pool(String script) {
        Program program =
                new Program(library(), Map.of(SCRIPT + ".lua", ScriptCall.script(script)));
        program.problems()
                .forEach(problem -> {
                    throw new ScriptFailed(
                            "%s.lua:%d: %s".formatted(SCRIPT, problem.line(), problem.reason()));
                });
        return new StatePool(
                SCRIPT, program, PoolSettings.ofMax(1, Duration.ofSeconds(1)), PoolListener.NONE);
    }

    private Library library() {
        return new Library(
                name -> modules.table(name, profile),
                printed::add,
                ProfileGlobals.of(profile, profile.limits().memory(), printed::add));
    }

    /** Stands for the dispatchers that a test has not thought of. */
    private static final class Unanswered implements Dispatcher<Operation> {

        private volatile @Nullable Operation asked;

        @Override
        public Object perform(Operation operation, Scope scope) throws OperationFailed {
            asked = operation;
            throw new OperationFailed(Kind.INTERNAL, "nobody answers");
        }

        void check() {
            Operation first = asked;
            if (first != null) {
                throw new ScriptFailed(
                        "nothing answers %s: say so by answering(%s.class, …)"
                                .formatted(first, first.getClass().getSimpleName()));
            }
        }
    }
}
