package dev.moonlet.module.http;

import dev.moonlet.lua.Call;
import dev.moonlet.lua.FunctionName;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.module.ErrorValue;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.stream.Outlet;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * Calls a handler: {@code function(req) … return body, status, headers end}.
 *
 * @param emptyIsArray tells of a status whether an empty table is an array in its body
 * @param streaming begins a response that the handler writes piece by piece
 * @param original the request, to be sent on
 */
public record HandlerCall(
        FunctionName function,
        Request request,
        IntPredicate emptyIsArray,
        Streaming streaming,
        Supplier<Original> original)
        implements Call<Reply> {

    /** A call of a handler that may answer anything but a stream, and forwards nothing. */
    public HandlerCall(FunctionName function, Request request) {
        this(function, request, _ -> false, Streaming.NONE, Original.NONE);
    }

    @Override
    public Varargs arguments() {
        return RequestTable.of(request);
    }

    @Override
    public Reply result(Varargs results) {
        LuaValue body = results.arg1();
        if (StreamValue.TYPE.fits(body)) {
            return stream(StreamValue.TYPE.content(body));
        }
        Optional<ForwardValue> forward =
                ForwardValue.TYPE.fits(body)
                        ? Optional.of(ForwardValue.TYPE.content(body))
                        : ReadRedirect.from(body);
        return forward.isPresent()
                ? new PassOn(request, streaming).to(forward.get(), original.get())
                : new ReadReply(emptyIsArray).from(results);
    }

    @Override
    public @Nullable Object raised(LuaValue error) {
        return ErrorValue.TYPE.fits(error) ? ReadFailure.from(error) : null;
    }

    private Reply stream(StreamValue stream) {
        try {
            Outlet outlet = streaming.begin(stream.head());
            if (!request.method().equals("HEAD")) {
                stream.writeTo(outlet);
            }
            return new Reply.Streamed();
        } catch (OperationFailed failed) {
            throw Failures.of(String.valueOf(failed.getMessage()));
        }
    }
}
