package dev.moonlet.module.http;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.Definition;
import dev.moonlet.module.Durations;
import dev.moonlet.module.ErrorValue;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.signature.Field;
import dev.moonlet.module.signature.Parameter;
import dev.moonlet.module.signature.Signature;
import dev.moonlet.module.signature.Type;
import dev.moonlet.module.signature.Types;
import dev.moonlet.operation.stream.Outlet;
import dev.moonlet.operation.stream.Write;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.luaj.vm2.LuaValue;

/** What a handler returns to answer piece by piece. */
final class StreamFunctions {

    private static final Type HEADERS = Types.optional(Types.TABLE);

    private static final Type STREAM =
            Types.record(
                    "http.StreamOptions",
                    new Field("status", Types.optional(Types.INTEGER), "200"),
                    new Field("headers", HEADERS, ""),
                    new Field("content_type", Types.optional(Types.STRING), "of plain text"));

    private static final Type EVENTS =
            Types.record(
                    "http.EventsOptions",
                    new Field("headers", HEADERS, ""),
                    new Field(
                            "heartbeat",
                            Types.optional(Durations.TYPE),
                            "after how long without an event the client is told that it is still"
                                    + " connected; 15s"));

    private static final Type EVENT = Types.union(Types.STRING, Types.TABLE);
    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final String EVENT_STREAM = "text/event-stream;charset=UTF-8";
    private static final Table NONE = new Table();
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Heartbeats cost the script none of its time: they must not become a flood. */
    private static final Duration QUICKEST = Duration.ofMillis(10);

    private StreamFunctions() {}

    static Definition addedTo(Definition definition) {
        return definition
                .with(StreamValue.TYPE)
                .with(SocketValue.TYPE)
                .with(
                        ModuleFunction.named("stream")
                                .described(
                                        "A response that a function writes piece by piece, at the"
                                                + " pace of its client.")
                                .takes("writer", writer("write", Types.STRING))
                                .takes("options", Types.optional(STREAM))
                                .returns(StreamValue.TYPE)
                                .waiting()
                                .does(StreamFunctions::stream))
                .with(
                        ModuleFunction.named("events")
                                .described(
                                        "A response of server-sent events. A text is data, a table"
                                                + " has the fields event, id, data, retry and comment.")
                                .takes("writer", writer("send", EVENT))
                                .takes("options", Types.optional(EVENTS))
                                .returns(StreamValue.TYPE)
                                .waiting()
                                .does(StreamFunctions::events));
    }

    private static Type writer(String name, Type sent) {
        Signature sending =
                Signature.NONE
                        .taking(parameter("message", sent))
                        .returning(Types.optional(Types.BOOLEAN), Types.optional(ErrorValue.TYPE));
        return Types.function(Signature.NONE.taking(parameter(name, Types.function(sending))));
    }

    private static Parameter parameter(String name, Type type) {
        return new Parameter(name, type, LuaValue.NIL);
    }

    private static LuaValue stream(Arguments given) {
        Table options = given.has(2) ? given.table(2) : NONE;
        LuaValue type = options.rawget("content_type");
        return value(
                given,
                new Streaming.Head(
                        ReadReply.status(options.rawget("status"), 200),
                        ReadHeaders.from(options.rawget("headers"), type, LuaValue.NIL),
                        TEXT,
                        Optional.empty()),
                StreamFunctions::write);
    }

    private static LuaValue events(Arguments given) {
        Table options = given.has(2) ? given.table(2) : NONE;
        Streaming.Head head =
                new Streaming.Head(
                        200,
                        ReadHeaders.from(options.rawget("headers"), LuaValue.NIL, LuaValue.NIL),
                        EVENT_STREAM,
                        Optional.of(heartbeat(given, options)));
        return value(given, head, StreamFunctions::send);
    }

    private static LuaValue value(
            Arguments given, Streaming.Head head, Function<Outlet, ModuleFunction> sending) {
        return StreamValue.TYPE.of(new StreamValue(given.function(1), head, sending));
    }

    private static Duration heartbeat(Arguments given, Table options) {
        try {
            Duration heartbeat =
                    ReadBounds.duration(new Options(options), "heartbeat").orElse(HEARTBEAT);
            if (heartbeat.compareTo(QUICKEST) >= 0) {
                return heartbeat;
            }
        } catch (IllegalArgumentException wrong) {
            throw given.wrong(2, String.valueOf(wrong.getMessage()));
        }
        throw given.wrong(2, "field 'heartbeat': 10ms or more expected");
    }

    /** A function that sends strings as they are. */
    private static ModuleFunction write(Outlet outlet) {
        return sending("write", Types.STRING, given -> new Write(outlet, given.copy(1), true));
    }

    /** A function that sends events. */
    private static ModuleFunction send(Outlet outlet) {
        return sending(
                "send", EVENT, given -> new Write(outlet, EventText.of(given.value(1)), true));
    }

    private static ModuleFunction sending(String name, Type sent, Function<Arguments, Write> made) {
        return ModuleFunction.named(name)
                .takes("message", sent)
                .returnsOrFails(Types.BOOLEAN)
                .asks(
                        Write.class,
                        given -> {
                            Coroutine.running().tasks().message();
                            return made.apply(given);
                        },
                        _ -> LuaValue.TRUE);
    }
}
