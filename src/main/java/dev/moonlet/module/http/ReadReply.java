package dev.moonlet.module.http;

import dev.moonlet.module.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Reads {@code body, status, headers}, or {@code nil, error}, as a reply. */
final class ReadReply {

    static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");

    /** They say where a message ends, which is the server's business alone. */
    private static final Set<String> FRAMING =
            Set.of(
                    "connection",
                    "content-length",
                    "keep-alive",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");

    private static final byte[] NOTHING = {};

    private ReadReply() {}

    static Reply from(Varargs results) {
        LuaValue body = results.arg1();
        LuaValue second = results.arg(2);
        if (body.isnil() && !second.isnil() && second.type() != LuaValue.TNUMBER) {
            return new Reply.Failed(second.tojstring());
        }
        int status = status(second, body.isnil() ? 204 : 200);
        Map<String, String> headers = headers(results.arg(3));
        return switch (body.type()) {
            case LuaValue.TNIL -> new Reply.Answered(status, headers, "", NOTHING);
            case LuaValue.TSTRING ->
                    new Reply.Answered(
                            status, headers, "text/plain;charset=UTF-8", bytes(body.checkstring()));
            default ->
                    new Reply.Answered(status, headers, "application/json", JsonWriter.write(body));
        };
    }

    private static int status(LuaValue value, int otherwise) {
        if (value.isnil()) {
            return otherwise;
        }
        if (!(value instanceof LuaNumber)
                || !value.isint()
                || value.toint() < 200
                || value.toint() > 599) {
            throw new LuaError(
                    "a handler's second result is the status, from 200 to 599, not '%s'"
                            .formatted(value.tojstring()));
        }
        return value.toint();
    }

    private static Map<String, String> headers(LuaValue value) {
        if (value.isnil()) {
            return Map.of();
        }
        if (!value.istable()) {
            throw new LuaError(
                    "a handler's third result is a table of headers, not a " + value.typename());
        }
        LuaTable table = value.checktable();
        Map<String, String> headers = new LinkedHashMap<>();
        for (Varargs entry = table.next(LuaValue.NIL);
                !entry.isnil(1);
                entry = table.next(entry.arg1())) {
            String name = name(entry.arg1().tojstring());
            headers.put(name, check(HEADER_VALUE, name, text(name, entry)));
        }
        return headers;
    }

    private static String name(String name) {
        if (FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
            throw new LuaError("the header '%s' is set by the server alone".formatted(name));
        }
        return check(TOKEN, name, name);
    }

    private static String text(String name, Varargs entry) {
        if (!entry.arg(2).isstring()) {
            throw new LuaError(
                    "the header '%s' is a %s, not a text".formatted(name, entry.arg(2).typename()));
        }
        return entry.arg(2).tojstring();
    }

    private static String check(Pattern allowed, String name, String text) {
        if (!allowed.matcher(text).matches()) {
            throw new LuaError(
                    "the header '%s' has a character that no header may have".formatted(name));
        }
        return text;
    }

    private static byte[] bytes(LuaString text) {
        byte[] bytes = new byte[text.length()];
        text.copyInto(0, bytes, 0, bytes.length);
        return bytes;
    }
}
