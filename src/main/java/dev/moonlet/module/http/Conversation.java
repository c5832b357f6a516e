package dev.moonlet.module.http;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Tasks;
import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Memory;
import dev.moonlet.lua.value.Table;
import dev.moonlet.operation.Answer;
import dev.moonlet.operation.stream.Link;
import dev.moonlet.operation.stream.Message;
import dev.moonlet.operation.stream.Read;
import java.util.Set;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * What a handler does with a WebSocket: one message after the other, so that a client whose
 * messages take long can't send more of them.
 */
final class Conversation {

    private static final Set<String> NAMES = Set.of("on_open", "on_message", "on_close");
    private static final LuaString TEXT = Text.of("text");
    private static final LuaString BINARY = Text.of("binary");

    private final Table functions;

    private Conversation(Table functions) {
        this.functions = functions;
    }

    /** Checks the functions that a handler has returned. */
    static Conversation of(Table functions) {
        for (LuaValue key : functions.keys()) {
            if (!(key instanceof LuaString name) || !NAMES.contains(Text.of(name))) {
                throw Failures.of(
                        "the handler of a WebSocket returns the functions on_open, on_message and"
                                + " on_close, not '%s'".formatted(key.tojstring()));
            }
            if (!(functions.rawget(key) instanceof LuaFunction)) {
                throw Failures.of("'%s' is no function".formatted(key.tojstring()));
            }
        }
        return new Conversation(functions);
    }

    /** Talks until one side has closed. */
    void over(Link link) {
        LuaValue socket = SocketValue.TYPE.of(new SocketValue(link));
        Tasks tasks = Coroutine.running().tasks();
        tasks.stream();
        for (Message next = next(link); hears(socket, next); next = next(link)) {
            tasks.message();
        }
    }

    private static Message next(Link link) {
        return switch (Coroutine.await(new Read(link))) {
            case Answer.Value(Message message) -> message;
            case null, default -> throw new IllegalStateException("no message");
        };
    }

    /** Returns whether more may come. */
    private boolean hears(LuaValue socket, Message message) {
        switch (message) {
            case Message.Opened() -> call("on_open", socket);
            case Message.Data(byte[] bytes, boolean isText) -> {
                Memory.chargeString(bytes.length);
                LuaString data = LuaString.valueUsing(bytes);
                call("on_message", socket, data, isText ? TEXT : BINARY);
            }
            case Message.Closed(int code, String reason) -> {
                call("on_close", socket, LuaInt.of(code), Text.of(reason));
                return false;
            }
        }
        return true;
    }

    private void call(String name, LuaValue... arguments) {
        if (functions.rawget(name) instanceof LuaFunction function) {
            Calls.apply(function, LuaValue.varargsOf(arguments));
        }
    }
}
