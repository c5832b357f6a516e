package dev.moonlet.module;

import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import org.luaj.vm2.LuaFunction;

/**
 * What a module is to Lua.
 *
 * @param name what {@code require} finds it by
 * @param description one sentence
 */
public record Definition(String name, String description, Map<String, LuaFunction> functions) {

    public static Definition of(String name, String description) {
        return new Definition(name, description, Map.of());
    }

    public Definition with(String function, LuaFunction implementation) {
        Map<String, LuaFunction> all = new LinkedHashMap<>(functions);
        all.put(function, implementation);
        return new Definition(name, description, Map.copyOf(all));
    }

    Table table() {
        Table table = new Table();
        functions.forEach((function, does) -> table.put(Interned.of(function), does));
        return table;
    }
}
