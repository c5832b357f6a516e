package dev.moonlet.lua;

import dev.moonlet.lua.value.Table;
import java.util.HashMap;
import java.util.Map;
import org.luaj.vm2.LuaValue;

/**
 * A table in which what was set until {@link #keep} stays: what is set beyond that is gone after
 * {@link #reset}.
 */
final class Layer {

    private final Table table = new Table();
    private final Table kept = new Table();

    Table table() {
        return table;
    }

    /** Forgets everything, and begins with what another table has. */
    void begin(Table source) {
        table.restore(source);
    }

    void keep() {
        kept.restore(table);
    }

    void reset() {
        table.restore(kept);
    }

    /** What is to be set again to have the table as it is now. */
    Map<LuaValue, LuaValue> differences() {
        Map<LuaValue, LuaValue> differences = new HashMap<>();
        for (LuaValue key : table.keys()) {
            if (table.rawget(key) != kept.rawget(key)) {
                differences.put(key, table.rawget(key));
            }
        }
        for (LuaValue key : kept.keys()) {
            if (table.rawget(key) == LuaValue.NIL) {
                differences.put(key, LuaValue.NIL);
            }
        }
        return differences;
    }
}
