package dev.moonlet.module;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moonlet.invocation.Outcome;
import dev.moonlet.lua.Call;
import dev.moonlet.lua.FunctionName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.Varargs;

/** Calls a function with Java's values, and makes Java's of its results. */
record ScriptCall(FunctionName function, List<? extends @Nullable Object> given)
        implements Call<ScriptCall.Result> {

    /** What is returned: one value, or a list of several. */
    record Result(@Nullable Object value) {}

    @Override
    public Varargs arguments() {
        return LuaValues.of(given);
    }

    @Override
    public Result result(Varargs results) {
        return new Result(
                results.narg() > 1 ? JavaValues.list(results) : JavaValues.of(results.arg1()));
    }

    /** A text as a script whose function {@code run} it is; places in messages are its own. */
    static byte[] script(String text) {
        return ("return {run = function() " + text + "\nend}").getBytes(UTF_8);
    }

    /** What a call has returned. */
    static @Nullable Object value(Outcome<Result> outcome) {
        return switch (outcome) {
            case Outcome.Returned<Result>(Result result) -> result.value;
            case Outcome.Failed<Result>(var failure) -> throw new ScriptFailed(failure.message());
            case Outcome.Refused<Result>(String reason) -> throw new ScriptFailed(reason);
        };
    }
}
