package dev.moonlet.module.http;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Sequel;
import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.Held;
import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.Definition;
import dev.moonlet.module.Module;
import dev.moonlet.module.ModuleClass;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.ObjectType;
import dev.moonlet.module.signature.Field;
import dev.moonlet.module.signature.Type;
import dev.moonlet.module.signature.Types;
import dev.moonlet.operation.Answer;
import dev.moonlet.operation.http.SendRequest;
import java.util.List;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.springframework.stereotype.Component;

/**
 * Requests whose answers come to functions: {@code net.HTTPClient():request(url, {success =
 * function(response) … end})}.
 */
@Component
final class NetModule implements Module {

    private static final List<String> OPTIONS = List.of("method", "headers", "data", "timeout");

    private static final Type ASKED =
            Types.record(
                    "net.Request",
                    new Field(
                            "options",
                            Types.optional(Types.TABLE),
                            "method, headers, data and timeout, in milliseconds"),
                    new Field(
                            "success",
                            Types.optional(Types.FUNCTION),
                            "is called with the response: status, headers, data"),
                    new Field(
                            "error",
                            Types.optional(Types.FUNCTION),
                            "is called with the reason, if there is no response"));

    private static final ObjectType<Client> CLIENT =
            ObjectType.named("net.HTTPClient", Client.class)
                    .method(
                            ModuleFunction.named("request")
                                    .described(
                                            "Sends a request and goes on; what becomes of it is"
                                                    + " told to one of two functions.")
                                    .takes("url", Types.STRING)
                                    .takes("asked", Types.optional(ASKED))
                                    .asks(SendRequest.class, NetModule::request, _ -> LuaValue.NIL)
                                    .does(NetModule::send));

    private record Client() {}

    @Override
    public Definition definition() {
        return Definition.of("net", "Other servers, by functions that are called back.")
                .classes(ModuleClass.NETWORK)
                .with(
                        ModuleFunction.named("HTTPClient")
                                .described("Something that sends requests.")
                                .returns(CLIENT)
                                .does(_ -> CLIENT.of(new Client())))
                .with(CLIENT)
                .member("http", "http");
    }

    private static Varargs send(Arguments given) {
        Table asked = given.has(3) ? given.table(3) : new Table();
        Sending sending =
                new Sending(request(given), asked.rawget("success"), asked.rawget("error"));
        Coroutine.running().tasks().begin(sending.function(), LuaValue.NONE, new Logged());
        return LuaValue.NONE;
    }

    private static SendRequest request(Arguments given) {
        Options asked = new Options(given.has(3) ? given.table(3) : new Table());
        Options options = asked.has("options") ? asked.within("options") : new Options(new Table());
        try {
            options.check(OPTIONS);
            Table known = new Table();
            known.put(Interned.of("headers"), options.value("headers"));
            known.put(Interned.of("body"), options.value("data"));
            known.put(Interned.of("timeout"), options.value("timeout"));
            String method = options.has("method") ? options.text("method") : "GET";
            return ReadOptions.request(
                    ReadOptions.method(method), given.text(2), new Options(known));
        } catch (IllegalArgumentException wrong) {
            throw given.wrong(3, String.valueOf(wrong.getMessage()));
        }
    }

    /** Sends a request and tells what becomes of it. */
    private static final class Sending extends Body implements Held {

        private final SendRequest request;
        private final LuaValue success;
        private final LuaValue error;

        Sending(SendRequest request, LuaValue success, LuaValue error) {
            this.request = request;
            this.success = success;
            this.error = error;
        }

        @Override
        public Varargs apply(Varargs none) {
            switch (Coroutine.await(request)) {
                case Answer.Value(Object response) ->
                        tell(success, response(ResponseValue.of(response)));
                case Answer.Failed(_, String message) -> tell(error, Text.of(message));
                case null, default -> throw new IllegalStateException("no answer");
            }
            return LuaValue.NONE;
        }

        private static void tell(LuaValue function, LuaValue what) {
            if (function != LuaValue.NIL) {
                Calls.call(function, what);
            }
        }

        private static Table response(LuaValue response) {
            Table table = new Table();
            for (String field : List.of("status", "headers")) {
                LuaString name = Interned.of(field);
                table.put(name, response.get(name));
            }
            table.put(Interned.of("data"), response.get(Interned.of("text")));
            return table;
        }
    }

    /** What the functions raise is logged. */
    private static final class Logged implements Sequel {

        @Override
        public void returned(Varargs results) {}

        @Override
        public boolean failed(LuaValue raised) {
            return false;
        }

        @Override
        public void canceled() {}
    }
}
