package dev.moonlet.module.http;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Tasks;
import dev.moonlet.lua.value.Memory;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.ErrorValue;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.ObjectType;
import dev.moonlet.module.signature.Types;
import dev.moonlet.operation.Answer;
import dev.moonlet.operation.Kind;
import dev.moonlet.operation.stream.Inlet;
import dev.moonlet.operation.stream.Receive;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** The body of a request that a script reads as it comes. */
final class BodyValue {

    /** The largest piece: what comes is read on, but not held. */
    private static final int PIECE = 64 << 10;

    static final ObjectType<Inlet> TYPE =
            ObjectType.named("http.Body", Inlet.class)
                    .method(
                            ModuleFunction.named("read")
                                    .described(
                                            "The next piece of what is sent, as it comes: no more"
                                                    + " than so many bytes, and 64 KB; nil at the"
                                                    + " end. Or nil and an error.")
                                    .takes("most", Types.INTEGER, LuaValue.valueOf(PIECE))
                                    .returnsOrFails(Types.STRING)
                                    .asks(Receive.class, BodyValue::receive, BodyValue::piece))
                    .metamethod(
                            ModuleFunction.named("__call")
                                    .takes("self", Types.ANY)
                                    .takesRest(Types.ANY)
                                    .returns(Types.optional(Types.STRING))
                                    .waiting()
                                    .does(BodyValue::next));

    private BodyValue() {}

    /** The body, which takes its time from here on. */
    static LuaValue of(Inlet inlet) {
        if (inlet.begin()) {
            Coroutine.running().tasks().stream();
        }
        return TYPE.of(inlet);
    }

    private static Receive receive(Arguments given) {
        long most = given.integer(2);
        if (most < 1) {
            throw given.wrong(2, "a number of bytes from 1 on expected");
        }
        return receive(given.object(1, TYPE), (int) Math.min(most, PIECE));
    }

    private static Receive receive(Inlet inlet, int most) {
        Tasks tasks = Coroutine.running().tasks();
        tasks.message();
        return new Receive(inlet, most);
    }

    /** For a loop, which would take a failure for the end. */
    private static LuaValue next(Arguments given) {
        Object answer = Coroutine.await(receive(given.object(1, TYPE), PIECE));
        return switch (answer) {
            case Answer.Value(Object bytes) -> piece(bytes);
            case Answer.Failed(Kind kind, String message) ->
                    throw new LuaError(ErrorValue.of(kind, message));
            case null, default -> throw new IllegalStateException("no answer: " + answer);
        };
    }

    private static LuaValue piece(@Nullable Object answer) {
        if (answer instanceof byte[] bytes) {
            Memory.chargeString(bytes.length);
            return LuaString.valueUsing(bytes);
        }
        return LuaValue.NIL;
    }
}
