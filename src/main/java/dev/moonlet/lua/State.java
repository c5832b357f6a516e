package dev.moonlet.lua;

import dev.moonlet.lua.coroutine.Carrier;
import dev.moonlet.lua.stdlib.RandomState;
import dev.moonlet.lua.value.CoroutineClosed;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.ScriptError;
import dev.moonlet.lua.value.Table;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaValue;

/**
 * One Lua world: its globals and the modules loaded in it. One thread runs in it at a time; who has
 * borrowed it from the pool is the one.
 */
public final class State {

    private final Isolation isolation;
    private final Environment environment;
    private final Require require;
    private final RandomState random = new RandomState();
    private final Carrier.Kind carriers;
    private final Heap heap;
    private final long birth = System.nanoTime();
    private @Nullable Discard end;
    private long memoryLimit = Long.MAX_VALUE;
    private long idleSince = birth;
    private int uses;

    State(Program program) {
        carriers = program.library().carriers();
        environment = new Environment(program.library().globals());
        require = new Require(program, environment);
        isolation = program.isolation();
        heap =
                new Heap(() ->
                        List.of(environment.globals(), environment.registry(), require.loaded()));
        prepare();
    }

    private void prepare() {
        Table globals = environment.globals();
        globals.put(Interned.of("_G"), globals);
        globals.put(Interned.of("require"), require.function());
        environment.keep();
    }

    /** Prepares a call; its time starts now. */
    public <T> Coroutine<T> begin(Call<T> call, Limits limits) {
        return coroutine(limits, main -> new Handler<>(call, this, main).run());
    }

    /** Loads a script, unless it is loaded, and tells why that failed, if it did. */
    public Optional<Failure> load(String module, Limits limits) {
        return attempt(limits, () -> require.module(module));
    }

    /** Looks for a function without calling it, and tells why it is not there, if it isn't. */
    public Optional<Failure> find(FunctionName name, Limits limits) {
        return attempt(limits, () -> function(name));
    }

    private Optional<Failure> attempt(Limits limits, Supplier<LuaValue> body) {
        Coroutine<LuaValue> attempt = coroutine(limits, _ -> new Step.Returned<>(body.get()));
        return switch (attempt.resume(null)) {
            case Step.Returned<LuaValue> _ ->
                    attempt.tasks().isOver()
                            ? Optional.empty()
                            : waits(attempt, "for what it has begun");
            case Step.Failed<LuaValue>(Failure failure) -> {
                attempt.tasks().abandon();
                yield Optional.of(failure);
            }
            case Step.Yielded<LuaValue>(Object request) -> waits(attempt, request.toString());
            case Step.Parked<LuaValue> _ -> waits(attempt, "for a timer or a coroutine");
            case Step.Left<LuaValue> _ -> throw new AssertionError(attempt);
        };
    }

    private Optional<Failure> waits(Coroutine<?> attempt, String what) {
        attempt.tasks().abandon();
        spoil();
        return Optional.of(new Failure.Raised("a script can't wait while it loads: " + what));
    }

    /** Keeps this state from being lent again: an invocation has left it half way. */
    public void spoil() {
        end = Discard.SPOILED;
    }

    /** Whether another invocation may have this state. */
    boolean usable() {
        return end == null;
    }

    /** Forgets the globals of the invocation, which is over. */
    void reset() {
        if (isolation == Isolation.REQUEST) {
            environment.clear();
            require.clear();
            prepare();
        } else {
            environment.reset();
        }
        idleSince = System.nanoTime();
        uses++;
        // What modules keep is there for the next invocation, and must leave it room.
        long keepable = memoryLimit / 2;
        if (end == null && (heap.isVague(2) || heap.bound() > keepable)) {
            end = heap.countIdle() > keepable ? Discard.FULL : null;
        }
    }

    /** Why this state is not to be lent again, if it isn't. */
    @Nullable Discard end(PoolSettings settings) {
        if (end == null && uses >= settings.maxUses()) {
            end = Discard.USED;
        }
        if (end == null && System.nanoTime() - birth >= settings.maxAge().toNanos()) {
            end = Discard.AGED;
        }
        return end;
    }

    /** Whether nobody has wanted this state for some time. */
    boolean isIdleFor(Duration time) {
        return System.nanoTime() - idleSince >= time.toNanos();
    }

    /** Whether a script loads, which nothing may come in between. */
    boolean isLoading() {
        return require.isLoading();
    }

    LuaValue require(String module) {
        return require.module(module);
    }

    Heap heap() {
        return heap;
    }

    Table globals() {
        return environment.globals();
    }

    Table registry() {
        return environment.registry();
    }

    RandomState random() {
        return random;
    }

    private <T> Coroutine<T> coroutine(Limits limits, Task<T> body) {
        memoryLimit = limits.memory();
        return new Coroutine<>(new Tasks(carriers, this, limits), body);
    }

    /** Runs a body to where it comes, in whichever way. */
    <T> Step<T> run(Task<T> body, Coroutine<T> coroutine) {
        try {
            return body.run(coroutine);
        } catch (CoroutineClosed canceled) {
            return new Step.Failed<>(new Failure.Canceled("?"));
        } catch (LuaError error) {
            return failed(ScriptError.value(error));
        } catch (StackOverflowError overflow) {
            return failed(Failures.overflow(overflow));
        } catch (Rejected rejected) {
            return new Step.Failed<>(rejected.failure());
        } catch (Kill kill) {
            spoil();
            return new Step.Failed<>(kill.reason());
        } catch (OutOfMemoryError error) {
            spoil();
            return new Step.Failed<>(new Failure.Raised("not enough memory"));
        } catch (RuntimeException | Error broken) {
            spoil();
            throw broken;
        }
    }

    static <T> Step<T> failed(LuaValue error) {
        return new Step.Failed<>(new Failure.Raised(text(error)));
    }

    static String text(LuaValue error) {
        try {
            return Text.of(ErrorText.of(error));
        } catch (LuaError unspeakable) {
            return "(error object whose __tostring fails)";
        }
    }

    LuaValue function(FunctionName name) {
        LuaValue function =
                require.module(name.module()) instanceof Table table
                        ? table.rawget(Text.of(name.function()))
                        : LuaValue.NIL;
        if (!(function instanceof LuaFunction)) {
            throw new ScriptError(
                    Text.of(
                            "function '%s' not found: the script %s does not return it"
                                    .formatted(name.function(), name.script())));
        }
        return function;
    }
}
