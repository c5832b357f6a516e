package dev.moonlet.module.http;

import dev.moonlet.lua.Text;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.ObjectType;
import dev.moonlet.module.signature.Types;
import dev.moonlet.operation.stream.Close;
import dev.moonlet.operation.stream.Link;
import dev.moonlet.operation.stream.Write;
import org.luaj.vm2.LuaValue;

/** A WebSocket, as its handler sees it. */
record SocketValue(Link link) {

    static final ObjectType<SocketValue> TYPE =
            ObjectType.named("http.Socket", SocketValue.class)
                    .method(
                            ModuleFunction.named("send")
                                    .described(
                                            "Sends a message, at the pace of the client: a 'text',"
                                                    + " or anything as 'binary'.")
                                    .takes("message", Types.STRING)
                                    .takes("kind", Types.STRING, "text")
                                    .returnsOrFails(Types.BOOLEAN)
                                    .asks(Write.class, SocketValue::write, _ -> LuaValue.TRUE))
                    .method(
                            ModuleFunction.named("close")
                                    .described(
                                            "Ends the connection. The code is 1000, or one of"
                                                    + " 3000 to 4999 that the client knows.")
                                    .takes("code", Types.INTEGER, LuaValue.valueOf(1000))
                                    .takes("reason", Types.STRING, "")
                                    .asks(Close.class, SocketValue::close, _ -> LuaValue.NONE));

    /** What a frame that closes has room for. */
    private static final int LONGEST_REASON = 123;

    private static Write write(Arguments given) {
        boolean isText =
                switch (given.text(3)) {
                    case "text" -> true;
                    case "binary" -> false;
                    default -> throw given.wrong(3, "'text' or 'binary' expected");
                };
        if (isText && !Text.isUtf8(given.bytes(2))) {
            throw given.wrong(2, "a text is UTF-8: send these bytes as 'binary'");
        }
        return new Write(link(given), given.copy(2), isText);
    }

    private static Close close(Arguments given) {
        long code = given.integer(2);
        if (code != 1000 && (code < 3000 || code > 4999)) {
            throw given.wrong(2, "1000, or 3000 to 4999 expected");
        }
        if (given.bytes(3).length() > LONGEST_REASON || !Text.isUtf8(given.bytes(3))) {
            throw given.wrong(
                    3, "a text of no more than %d bytes expected".formatted(LONGEST_REASON));
        }
        return new Close(link(given), (int) code, given.text(3));
    }

    private static Link link(Arguments given) {
        return given.object(1, TYPE).link;
    }
}
