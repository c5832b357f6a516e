package dev.moonlet.module;

import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaUserdata;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Lua's values as Java's. */
final class JavaValues {

    private JavaValues() {}

    static @Nullable Object of(LuaValue value) {
        return switch (value) {
            case LuaInt integer -> integer.value;
            case LuaString text -> Text.of(text);
            case LuaNumber number -> number.todouble();
            case Table table -> of(table);
            case LuaUserdata object -> object.m_instance;
            default -> value == LuaValue.NIL ? null : value.isboolean() ? value.toboolean() : value;
        };
    }

    static List<@Nullable Object> list(Varargs values) {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = 1; i <= values.narg(); i++) {
            list.add(of(values.arg(i)));
        }
        return list;
    }

    private static Object of(Table table) {
        int length = table.rawlen();
        if (length > 0) {
            List<@Nullable Object> items = new ArrayList<>();
            for (int i = 1; i <= length; i++) {
                items.add(of(table.rawget(i)));
            }
            return items;
        }
        Map<@Nullable Object, @Nullable Object> fields = new LinkedHashMap<>();
        for (LuaValue key : table.keys()) {
            fields.put(of(key), of(table.rawget(key)));
        }
        return fields;
    }
}
