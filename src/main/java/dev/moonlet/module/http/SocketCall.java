package dev.moonlet.module.http;

import dev.moonlet.lua.Call;
import dev.moonlet.lua.FunctionName;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.ErrorValue;
import dev.moonlet.operation.stream.Link;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * Calls the handler of a WebSocket: {@code function(req) … return {on_message = …} end}, or it
 * answers as any handler does, and there is no WebSocket.
 *
 * @param accept accepts the connection
 */
public record SocketCall(FunctionName function, Request request, Supplier<Link> accept)
        implements Call<Reply> {

    @Override
    public Varargs arguments() {
        return RequestTable.of(request);
    }

    @Override
    public Reply result(Varargs results) {
        return results.arg1() instanceof Table functions
                ? talk(Conversation.of(functions))
                : new ReadReply(_ -> false).from(results);
    }

    @Override
    public @Nullable Object raised(LuaValue error) {
        return ErrorValue.TYPE.fits(error) ? ReadFailure.from(error) : null;
    }

    private Reply talk(Conversation conversation) {
        conversation.over(accept.get());
        return new Reply.Streamed();
    }
}
