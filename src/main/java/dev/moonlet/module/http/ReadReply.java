package dev.moonlet.module.http;

import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.json.JsonWriter;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaNil;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * Reads {@code body, status, headers}, an {@code http.Reply}, or {@code nil, error}, as a reply.
 */
final class ReadReply {

    static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final String BYTES = "application/octet-stream";
    private static final String JSON = "application/json";

    /** What HTTP lets have no body. */
    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 205, 304);

    private static final byte[] NOTHING = {};

    private final IntPredicate emptyIsArray;

    /**
     * Reads replies of a route.
     *
     * @param emptyIsArray tells of a status whether an empty table is an array there
     */
    ReadReply(IntPredicate emptyIsArray) {
        this.emptyIsArray = emptyIsArray;
    }

    Reply from(Varargs results) {
        LuaValue body = results.arg1();
        LuaValue second = results.arg(2);
        if (ReplyValue.TYPE.fits(body)) {
            if (!second.isnil()) {
                throw new LuaError("an http.Reply has its status and headers in itself");
            }
            return answered(ReplyValue.TYPE.content(body));
        }
        if (body.isnil() && !second.isnil() && !(second instanceof LuaNumber)) {
            return ReadFailure.from(second);
        }
        return answered(new ReplyValue(second, results.arg(3), body, LuaValue.NIL, LuaValue.NIL));
    }

    private Reply.Answered answered(ReplyValue reply) {
        LuaValue body = reply.body();
        int status = status(reply.status(), body.isnil() ? 204 : 200);
        List<Reply.Header> headers =
                ReadHeaders.from(reply.headers(), reply.contentType(), reply.cookies());
        if (WITHOUT_BODY.contains(status)) {
            return new Reply.Answered(status, headers, "", NOTHING);
        }
        return switch (body) {
            case LuaNil _ -> new Reply.Answered(status, headers, "", NOTHING);
            case LuaString text ->
                    new Reply.Answered(
                            status,
                            headers,
                            Text.isUtf8(text) ? TEXT : BYTES,
                            Arguments.copy(text));
            default ->
                    new Reply.Answered(
                            status,
                            headers,
                            JSON,
                            JsonWriter.write(body, emptyIsArray.test(status)));
        };
    }

    /** A status that a handler may answer with. */
    static int status(LuaValue value, int otherwise) {
        if (value.isnil()) {
            return otherwise;
        }
        if (!(value instanceof LuaNumber)
                || !value.isint()
                || value.toint() < 200
                || value.toint() > 599) {
            String given =
                    value instanceof LuaString text ? Failures.excerpt(text) : value.tojstring();
            throw new LuaError(
                    "the status of a reply is from 200 to 599, not '%s'".formatted(given));
        }
        return value.toint();
    }
}
