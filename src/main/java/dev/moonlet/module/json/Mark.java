package dev.moonlet.module.json;

import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.Table;

/** Says of a table what it is in JSON, whatever is in it: a metatable that all such share. */
final class Mark {

    static final Mark ARRAY = new Mark("array");
    static final Mark OBJECT = new Mark("object");

    private final Table metatable = new Table();

    private Mark(String word) {
        metatable.put(Interned.of("__jsontype"), Interned.of(word));
        metatable.freeze();
    }

    boolean marks(Table table) {
        return table.metatable() == metatable;
    }

    void put(Table table) {
        table.metatable(metatable);
    }

    /** Whether a table is an array in JSON: one with items is, unless marked otherwise. */
    static boolean isArray(Table table) {
        return ARRAY.marks(table) || (table.rawlen() > 0 && !OBJECT.marks(table));
    }

    /** Whether nothing says what a table is in JSON: it is empty, and not marked. */
    static boolean isVague(Table table) {
        return table.keyCount() == 0 && !ARRAY.marks(table) && !OBJECT.marks(table);
    }

    /** Whether a table can be marked without a loss. */
    static boolean fits(Table table) {
        return !table.frozen()
                && (table.metatable() == null || ARRAY.marks(table) || OBJECT.marks(table));
    }
}
