package dev.moonlet.module.http;

import dev.moonlet.lua.Rejected;
import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.Names;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.json.JsonReader;
import java.util.Locale;
import java.util.Map;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** The {@code req} of a handler. */
final class RequestTable {

    private static final LuaString ID = Interned.of("id");
    private static final LuaString METHOD = Interned.of("method");
    private static final LuaString PATH = Interned.of("path");
    private static final LuaString PARAMS = Interned.of("params");
    private static final LuaString QUERY = Interned.of("query");
    private static final LuaString HEADERS = Interned.of("headers");
    private static final LuaString BODY = Interned.of("body");
    private static final Table ANY_CASE = new Table();

    static {
        ANY_CASE.put(Names.INDEX, new FindInLowerCase().function());
        ANY_CASE.put(Names.METATABLE, LuaValue.FALSE);
        ANY_CASE.freeze();
    }

    private RequestTable() {}

    static Table of(Request request) {
        Table table = new Table(0, 8);
        table.put(ID, Text.of(request.id()));
        table.put(METHOD, Text.of(request.method()));
        table.put(PATH, Text.of(request.path()));
        table.put(PARAMS, fill(new Table(), request.params()));
        table.put(QUERY, fill(new Table(), request.query()));
        table.put(HEADERS, headers(request.headers()));
        table.put(BODY, body(request));
        return table;
    }

    private static LuaValue body(Request request) {
        if (request.body().length == 0) {
            return LuaValue.NIL;
        }
        return isJson(request.contentType())
                ? json(request.body())
                : LuaString.valueUsing(request.body());
    }

    private static LuaValue json(byte[] body) {
        try {
            return JsonReader.read(body);
        } catch (LuaError wrong) {
            throw new Rejected("the body is " + wrong.getMessage());
        }
    }

    private static boolean isJson(String contentType) {
        return contentType.equals("application/json") || contentType.endsWith("+json");
    }

    private static Table fill(Table table, Map<String, String> values) {
        values.forEach((name, value) -> table.put(Text.of(name), Text.of(value)));
        return table;
    }

    /** Headers that are found by their names in any case. */
    static Table headers(Map<String, String> headers) {
        Table table = fill(new Table(), headers);
        table.metatable(ANY_CASE);
        return table;
    }

    /** Finds a header by its name in any case. */
    private static final class FindInLowerCase extends Body {

        @Override
        public Varargs apply(Varargs arguments) {
            return apply(arguments.arg1(), arguments.arg(2));
        }

        @Override
        public Varargs apply(LuaValue headers, LuaValue name) {
            return headers instanceof Table table && name instanceof LuaString text
                    ? table.get(Text.of(Text.of(text).toLowerCase(Locale.ROOT)))
                    : LuaValue.NIL;
        }
    }
}
