package dev.moonlet.module.http;

import dev.moonlet.lua.Call;
import dev.moonlet.lua.FunctionName;
import org.luaj.vm2.Varargs;

/** Calls a handler: {@code function(req) … return body, status, headers end}. */
public record HandlerCall(FunctionName function, Request request) implements Call<Reply> {

    @Override
    public Varargs arguments() {
        return RequestTable.of(request);
    }

    @Override
    public Reply result(Varargs results) {
        return ReadReply.from(results);
    }
}
