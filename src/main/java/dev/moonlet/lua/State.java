package dev.moonlet.lua;

import dev.moonlet.lua.coroutine.Carrier;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;

/**
 * One Lua world: an environment and the modules loaded in it. One thread runs in it at a time; who
 * has borrowed it from the pool is the one.
 */
public final class State {

    private static final Pattern UNPUNCTUATED = Pattern.compile("^(\\S+\\.lua:\\d+) ");

    private final Environment environment;
    private final Require require;
    private final Poll poll = new Poll();
    private final Carrier.Kind carriers;
    private boolean usable = true;

    State(Program program, Carrier.Kind carriers) {
        this.carriers = carriers;
        environment = new Environment(program.library().globals());
        require = new Require(program, environment);
        environment.beginLoad();
        environment.set("_G", environment);
        environment.set("require", require);
        environment.endLoad();
        environment.debuglib = poll;
    }

    /** Prepares a call; its time starts now. */
    public <T> Coroutine<T> begin(Call<T> call, Limits limits) {
        return coroutine(
                limits, () -> call.result(function(call.function()).invoke(call.arguments())));
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
        Coroutine<LuaValue> attempt = coroutine(limits, body);
        return switch (attempt.resume(null)) {
            case Step.Returned<LuaValue> _ -> Optional.empty();
            case Step.Failed<LuaValue>(Failure failure) -> Optional.of(failure);
            case Step.Yielded<LuaValue>(Object request) -> {
                attempt.abandon();
                usable = false;
                yield Optional.of(
                        new Failure.Raised("a script can't wait while it loads: " + request));
            }
        };
    }

    /** Keeps this state from being lent again: an invocation has left it half way. */
    public void spoil() {
        usable = false;
    }

    /** Whether another invocation may have this state. */
    boolean usable() {
        return usable;
    }

    /** Forgets the globals of the invocation. */
    void reset() {
        environment.reset();
    }

    private <T> Coroutine<T> coroutine(Limits limits, Supplier<T> body) {
        poll.start(limits);
        return new Coroutine<>(carriers, () -> run(body), poll::check);
    }

    private <T> Step<T> run(Supplier<T> body) {
        try {
            return new Step.Returned<>(body.get());
        } catch (LuaError error) {
            return new Step.Failed<>(new Failure.Raised(message(error)));
        } catch (Rejected rejected) {
            return new Step.Failed<>(new Failure.Rejected(String.valueOf(rejected.getMessage())));
        } catch (Kill kill) {
            usable = false;
            return new Step.Failed<>(kill.reason());
        } catch (StackOverflowError error) {
            usable = false;
            return new Step.Failed<>(new Failure.Raised("stack overflow"));
        } catch (OutOfMemoryError error) {
            usable = false;
            return new Step.Failed<>(new Failure.Raised("not enough memory"));
        } catch (RuntimeException | Error broken) {
            usable = false;
            throw broken;
        }
    }

    private LuaValue function(FunctionName name) {
        LuaValue table = require.module(name.module());
        LuaValue function = table.istable() ? table.get(name.function()) : LuaValue.NIL;
        if (!function.isfunction()) {
            throw new LuaError(
                    "the script %s returns no function '%s'"
                            .formatted(name.script(), name.function()));
        }
        return function;
    }

    private static String message(LuaError error) {
        return UNPUNCTUATED
                .matcher(String.valueOf(error.getMessage()).stripTrailing())
                .replaceFirst("$1: ");
    }
}
