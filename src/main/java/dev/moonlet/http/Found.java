package dev.moonlet.http;

import dev.moonlet.invocation.Invocation;
import dev.moonlet.lua.Call;
import dev.moonlet.module.http.Reply;
import dev.moonlet.module.http.Request;
import java.util.Map;

/** The handler of a request, and where it was found. */
record Found(RouteTable.Place place, PathTemplate template, Route.Handler handler) {

    /** Calls it for a client. */
    Invocation<Reply> invocation(Request request, Call<Reply> call) {
        return new Invocation<>(
                        request.id(), request.caller(), handler.states(), handler.limits(), call)
                .from(new RouteOrigin(place.table(), request.remote(), 0));
    }

    Map<String, String> params() {
        return template.parameters(place.values());
    }
}
