package dev.moonlet.module.cache;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Tasks;
import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.ErrorValue;
import dev.moonlet.module.Waiting;
import dev.moonlet.module.json.JsonValues;
import dev.moonlet.operation.Answer;
import dev.moonlet.operation.Operation;
import dev.moonlet.operation.cache.CacheOperation;
import dev.moonlet.operation.cache.Claim;
import dev.moonlet.operation.cache.Found;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Gets a value, or computes it while the others that want it wait. */
final class GetOrSet {

    private final Coroutine<?> coroutine = Coroutine.running();
    private final Claim claim = new Claim(coroutine);
    private final LuaValue function;
    private final String key;
    private final Optional<Duration> ttl;

    GetOrSet(Arguments given, String key, Optional<Duration> ttl) {
        function = given.value(3);
        this.key = key;
        this.ttl = ttl;
    }

    Varargs run() {
        Tasks tasks = coroutine.tasks();
        Runnable release = claim::release;
        // A coroutine that is killed where it waits unwinds nothing.
        tasks.onEnd(release);
        try {
            return valueOrFailure();
        } finally {
            tasks.finish(release);
        }
    }

    private Varargs valueOrFailure() {
        while (true) {
            switch (ask(new CacheOperation.Request(key, claim))) {
                case Answer.Value(Found found) -> {
                    return CacheModule.value(found);
                }
                case Answer.Value(Object granted) when granted == claim -> {
                    return compute();
                }
                case Answer.Value(Claim other) -> await(other);
                case Answer.Value(Object nothing) -> throw new IllegalStateException(key + nothing);
                case Answer.Failed(var kind, String message) -> {
                    return ErrorValue.failure(kind, message);
                }
            }
        }
    }

    private Varargs compute() {
        Varargs results = Calls.apply(function);
        if (results.arg1() == LuaValue.NIL) {
            return results;
        }
        return ask(new CacheOperation.Fulfill(key, claim, copy(results.arg1()), ttl))
                        instanceof Answer.Failed(var kind, String message)
                ? ErrorValue.failure(kind, message)
                : results.arg1();
    }

    private void await(Claim other) {
        if (other.by() == coroutine) {
            throw Failures.of(
                    "get_or_set of '%s' within the function that computes it".formatted(key));
        }
        Waiting waiting = new Waiting();
        Runnable tell = waiting::tell;
        Runnable forget = () -> other.forget(tell);
        coroutine.tasks().listen(forget);
        try {
            other.onRelease(tell);
            waiting.await(Optional.empty());
        } finally {
            coroutine.tasks().hush(forget);
        }
    }

    private @Nullable Object copy(LuaValue result) {
        try {
            return JsonValues.copy(result);
        } catch (LuaError noForm) {
            throw Failures.of(
                    "get_or_set can't keep what its function returns: " + noForm.getMessage());
        }
    }

    private static Answer ask(Operation operation) {
        if (Coroutine.await(operation) instanceof Answer answer) {
            return answer;
        }
        throw new IllegalStateException("no answer: " + operation);
    }
}
