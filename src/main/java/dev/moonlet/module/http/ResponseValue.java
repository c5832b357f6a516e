package dev.moonlet.module.http;

import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Held;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Memory;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.ObjectType;
import dev.moonlet.module.json.JsonReader;
import dev.moonlet.module.signature.Field;
import dev.moonlet.module.signature.Types;
import dev.moonlet.operation.http.Header;
import dev.moonlet.operation.http.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * What a server has answered, as scripts see it.
 *
 * @param headers by lower-case name, those that came several times joined
 * @param values by lower-case name, the values of headers that came several times
 */
record ResponseValue(LuaValue status, LuaString url, Table headers, Table values, LuaString text)
        implements Held {

    static final ObjectType<ResponseValue> TYPE =
            ObjectType.named("http.Response", ResponseValue.class)
                    .field(new Field("status", Types.INTEGER, "200, 404, …"), ResponseValue::status)
                    .field(
                            new Field(
                                    "headers",
                                    Types.map(Types.STRING, Types.STRING),
                                    "by name in any case; those that came several times, joined"),
                            ResponseValue::headers)
                    .field(
                            new Field("text", Types.STRING, "the body, byte by byte"),
                            ResponseValue::text)
                    .field(
                            new Field("url", Types.STRING, "what answered, behind all redirects"),
                            ResponseValue::url)
                    .method(
                            ModuleFunction.named("json")
                                    .described("The value of a body that is JSON.")
                                    .returnsOrFails(Types.ANY)
                                    .does(self -> JsonReader.decode(self(self).text)))
                    .method(
                            ModuleFunction.named("header_values")
                                    .described("All values of a header: 'set-cookie'.")
                                    .takes("name", Types.STRING)
                                    .returns(Types.array(Types.STRING))
                                    .does(self -> self(self).all(self.text(2))));

    /** Makes the object; what an operation came to is a response. */
    static LuaValue of(@Nullable Object answer) {
        if (!(answer instanceof Response response)) {
            throw new IllegalStateException("no response: " + answer);
        }
        Map<String, List<String>> byName = new LinkedHashMap<>();
        for (Header each : response.headers()) {
            byName.computeIfAbsent(each.name().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(each.value());
        }
        Map<String, String> joined = new LinkedHashMap<>();
        Table repeated = new Table();
        byName.forEach((name, values) -> {
            joined.put(name, String.join(", ", values));
            if (values.size() > 1) {
                repeated.put(Text.of(name), list(values));
            }
        });
        Memory.chargeString(response.body().length);
        return TYPE.of(
                new ResponseValue(
                        LuaInt.of(response.status()),
                        Text.of(response.url()),
                        RequestTable.headers(joined),
                        repeated,
                        LuaString.valueUsing(response.body())));
    }

    private static ResponseValue self(Arguments arguments) {
        return arguments.object(1, TYPE);
    }

    private Table all(String name) {
        LuaString key = Text.of(name.toLowerCase(Locale.ROOT));
        Table found = new Table();
        if (values.get(key) instanceof Table several) {
            for (int i = 1; i <= several.rawlen(); i++) {
                found.put(i, several.get(i));
            }
        } else if (headers.rawget(key) != LuaValue.NIL) {
            found.put(1, headers.rawget(key));
        }
        return found;
    }

    private static Table list(List<String> values) {
        Table list = new Table(values.size(), 0);
        for (int i = 0; i < values.size(); i++) {
            list.put(i + 1, Text.of(values.get(i)));
        }
        return list;
    }
}
