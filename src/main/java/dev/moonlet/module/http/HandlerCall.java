package dev.moonlet.module.http;

import dev.moonlet.lua.Call;
import dev.moonlet.lua.FunctionName;
import dev.moonlet.module.ErrorValue;
import dev.moonlet.operation.stream.Outlet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * Calls a handler: {@code function(req) … return body, status, headers end}.
 *
 * @param emptyIsArray tells of a status whether an empty table is an array in its body
 * @param streaming begins a response that the handler writes piece by piece
 */
public record HandlerCall(
        FunctionName function, Request request, IntPredicate emptyIsArray, Streaming streaming)
        implements Call<Reply> {

    /** A call of a handler that may answer anything but a stream. */
    public HandlerCall(FunctionName function, Request request) {
        this(function, request, _ -> false, Streaming.NONE);
    }

    @Override
    public Varargs arguments() {
        return RequestTable.of(request);
    }

    @Override
    public Reply result(Varargs results) {
        return StreamValue.TYPE.fits(results.arg1())
                ? stream(StreamValue.TYPE.content(results.arg1()))
                : new ReadReply(emptyIsArray).from(results);
    }

    @Override
    public @Nullable Object raised(LuaValue error) {
        return ErrorValue.TYPE.fits(error) ? ReadFailure.from(error) : null;
    }

    private Reply stream(StreamValue stream) {
        Outlet outlet = streaming.begin(stream.head());
        if (!request.method().equals("HEAD")) {
            stream.writeTo(outlet);
        }
        return new Reply.Streamed();
    }
}
