package dev.moonlet.module;

import java.util.LinkedHashMap;
import java.util.Map;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaTable;

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

    LuaTable table() {
        LuaTable table = new LuaTable();
        functions.forEach(table::set);
        return table;
    }
}
