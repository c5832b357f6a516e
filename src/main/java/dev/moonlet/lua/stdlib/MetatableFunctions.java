package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Metatables;
import dev.moonlet.lua.value.Names;
import dev.moonlet.lua.value.Table;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code getmetatable} and {@code setmetatable}, which {@code __metatable} protects from. */
final class MetatableFunctions {

    private MetatableFunctions() {}

    static Varargs get(Arguments arguments) {
        Table metatable = Metatables.of(arguments.any(1));
        if (metatable == null) {
            return LuaValue.NIL;
        }
        LuaValue shown = metatable.get(Names.METATABLE);
        return shown == LuaValue.NIL ? metatable : shown;
    }

    static Varargs set(Arguments arguments) {
        Table table = arguments.table(1);
        LuaValue metatable = arguments.value(2);
        if (!(metatable instanceof Table) && (metatable != LuaValue.NIL || arguments.isNone(2))) {
            throw arguments.unexpected(2, "nil or table");
        }
        if (Metatables.handler(table, Names.METATABLE) != LuaValue.NIL) {
            throw Failures.of("cannot change a protected metatable");
        }
        table.metatable(metatable instanceof Table given ? given : null);
        return table;
    }
}
