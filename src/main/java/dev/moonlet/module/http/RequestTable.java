package dev.moonlet.module.http;

import dev.moonlet.lua.Rejected;
import dev.moonlet.lua.Text;
import dev.moonlet.module.json.JsonReader;
import java.util.Locale;
import java.util.Map;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;

/** The {@code req} of a handler. */
final class RequestTable {

    private RequestTable() {}

    static LuaTable of(Request request) {
        LuaTable table = new LuaTable(0, 8);
        table.set("id", Text.of(request.id()));
        table.set("method", Text.of(request.method()));
        table.set("path", Text.of(request.path()));
        table.set("params", fill(new LuaTable(), request.params()));
        table.set("query", fill(new LuaTable(), request.query()));
        table.set("headers", fill(new HeaderTable(), request.headers()));
        table.set("body", body(request));
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

    private static LuaTable fill(LuaTable table, Map<String, String> values) {
        values.forEach((name, value) -> table.rawset(Text.of(name), Text.of(value)));
        return table;
    }

    /** Finds a header by its name in any case. */
    private static final class HeaderTable extends LuaTable {

        @Override
        public LuaValue rawget(LuaValue key) {
            return super.rawget(
                    key.isstring() ? valueOf(key.tojstring().toLowerCase(Locale.ROOT)) : key);
        }
    }
}
