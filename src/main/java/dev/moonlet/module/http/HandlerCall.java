package dev.moonlet.module.http;

import dev.moonlet.lua.Call;
import dev.moonlet.lua.FunctionName;
import dev.moonlet.module.ErrorValue;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * Calls a handler: {@code function(req) … return body, status, headers end}.
 *
 * @param emptyIsArray tells of a status whether an empty table is an array in its body
 */
public record HandlerCall(FunctionName function, Request request, IntPredicate emptyIsArray)
        implements Call<Reply> {

    /** A call of a handler that may answer anything. */
    public HandlerCall(FunctionName function, Request request) {
        this(function, request, _ -> false);
    }

    @Override
    public Varargs arguments() {
        return RequestTable.of(request);
    }

    @Override
    public Reply result(Varargs results) {
        return new ReadReply(emptyIsArray).from(results);
    }

    @Override
    public @Nullable Object raised(LuaValue error) {
        return ErrorValue.TYPE.fits(error) ? ReadFailure.from(error) : null;
    }
}
