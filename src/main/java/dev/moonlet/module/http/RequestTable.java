package dev.moonlet.module.http;

import dev.moonlet.lua.Rejected;
import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.Names;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.json.JsonReader;
import dev.moonlet.module.json.JsonSchema;
import dev.moonlet.module.json.JsonTree;
import dev.moonlet.module.json.JsonValues;
import dev.moonlet.security.Caller;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The {@code req} of a handler. */
final class RequestTable {

    private static final LuaString ID = Interned.of("id");
    private static final LuaString METHOD = Interned.of("method");
    private static final LuaString PATH = Interned.of("path");
    private static final LuaString PARAMS = Interned.of("params");
    private static final LuaString QUERY = Interned.of("query");
    private static final LuaString HEADERS = Interned.of("headers");
    private static final LuaString COOKIES = Interned.of("cookies");
    private static final LuaString USER = Interned.of("user");
    private static final LuaString NAME = Interned.of("name");
    private static final LuaString SCOPES = Interned.of("scopes");
    private static final LuaString REMOTE = Interned.of("remote");
    private static final LuaString BODY = Interned.of("body");
    private static final Table ANY_CASE = new Table();

    static {
        ANY_CASE.put(Names.INDEX, new FindInLowerCase().function());
        ANY_CASE.put(Names.METATABLE, LuaValue.FALSE);
        ANY_CASE.freeze();
    }

    private RequestTable() {}

    /**
     * Makes the table.
     *
     * @throws Rejected if the request is not what the document says of it
     */
    static Table of(Request request) {
        Findings findings = request.findings();
        findings.check();
        LuaValue body = body(request.content(), findings);
        if (!findings.reasons().isEmpty()) {
            throw new Rejected(
                    "the request is not what the document says of it",
                    new ArrayList<>(findings.reasons()));
        }
        Table table = new Table(0, 16);
        table.put(ID, Text.of(request.id()));
        table.put(METHOD, Text.of(request.method()));
        table.put(PATH, Text.of(request.path()));
        table.put(PARAMS, JsonValues.of(request.values().params()));
        table.put(QUERY, JsonValues.of(request.values().query()));
        table.put(HEADERS, headers(request.values().headers()));
        table.put(COOKIES, JsonValues.of(request.values().cookies()));
        table.put(REMOTE, Text.of(request.remote()));
        table.put(BODY, body);
        if (!request.caller().anonymous()) {
            table.put(USER, user(request.caller()));
        }
        table.metatable(RequestMethods.of(request.content()));
        return table;
    }

    private static LuaValue body(Content content, Findings findings) {
        return switch (content) {
            case Content.None _, Content.Streamed _ -> LuaValue.NIL;
            case Content.Json(byte[] bytes, JsonSchema schema) ->
                    schema == null
                            ? JsonReader.body(bytes)
                            : checked(JsonTree.read(bytes), schema, findings);
            case Content.Text(byte[] bytes, JsonSchema schema) -> {
                if (schema != null) {
                    String text = new String(bytes, StandardCharsets.UTF_8);
                    checked(StringNode.valueOf(text), schema, findings);
                }
                yield LuaString.valueUsing(bytes);
            }
            case Content.Form form -> checked(form.fields(), form.schema(), findings);
        };
    }

    private static LuaValue checked(
            JsonNode value, @Nullable JsonSchema schema, Findings findings) {
        if (schema != null) {
            schema.check(value)
                    .forEach(reason -> findings.wrong(reason.pointer(), reason.message()));
        }
        return findings.reasons().isEmpty() ? JsonTree.value(value) : LuaValue.NIL;
    }

    private static Table user(Caller caller) {
        Table user = new Table(0, 2);
        user.put(NAME, Text.of(caller.name()));
        user.put(SCOPES, JsonValues.of(new ArrayList<>(new TreeSet<>(caller.scopes()))));
        return user;
    }

    /** Headers that are found by their names in any case. */
    static Table headers(Map<String, ?> headers) {
        Table table = (Table) JsonValues.of(headers);
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
