package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Comparison;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Table;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** The functions that pass over metamethods. */
final class Raw {

    private Raw() {}

    static Varargs equal(Arguments arguments) {
        return LuaValue.valueOf(Comparison.rawEqual(arguments.any(1), arguments.any(2)));
    }

    static Varargs get(Arguments arguments) {
        return arguments.table(1).rawget(arguments.any(2));
    }

    static Varargs set(Arguments arguments) {
        Table table = arguments.table(1);
        table.rawset(arguments.any(2), arguments.any(3));
        return table;
    }

    static Varargs length(Arguments arguments) {
        return switch (arguments.value(1)) {
            case Table table -> table.len();
            case LuaString text -> LuaInt.of(text.m_length);
            default -> throw arguments.unexpected(1, "table or string");
        };
    }
}
