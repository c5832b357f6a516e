package dev.moonlet.module.http;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.Held;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.ObjectType;
import dev.moonlet.operation.stream.Outlet;
import java.util.function.Function;
import org.luaj.vm2.LuaFunction;

/**
 * A response that a function writes piece by piece.
 *
 * @param writer is called with the function that sends
 * @param sending makes the function that sends, given where
 */
record StreamValue(
        LuaFunction writer, Streaming.Head head, Function<Outlet, ModuleFunction> sending)
        implements Held {

    static final ObjectType<StreamValue> TYPE = ObjectType.named("http.Stream", StreamValue.class);

    /** Writes the response, in the running coroutine. */
    void writeTo(Outlet outlet) {
        Coroutine.running().tasks().stream();
        Calls.apply(writer, sending.apply(outlet).value());
    }
}
