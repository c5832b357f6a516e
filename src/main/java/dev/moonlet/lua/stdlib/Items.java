package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Conversions;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Indexing;
import dev.moonlet.lua.value.Metatables;
import dev.moonlet.lua.value.Names;
import dev.moonlet.lua.value.Strings;
import dev.moonlet.lua.value.Table;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** The items of a table, or of what has the metamethods that it takes to be used as one. */
record Items(LuaValue owner) {

    static Items toRead(Arguments arguments) {
        return of(arguments, 1, Names.INDEX, Names.LEN);
    }

    static Items toChange(Arguments arguments) {
        return of(arguments, 1, Names.INDEX, Names.NEWINDEX, Names.LEN);
    }

    static Items of(Arguments arguments, int i, LuaString... metamethods) {
        LuaValue owner = arguments.value(i);
        if (!(owner instanceof Table)) {
            for (LuaString name : metamethods) {
                if (Metatables.handler(owner, name) == LuaValue.NIL) {
                    throw arguments.unexpected(i, "table");
                }
            }
        }
        return new Items(owner);
    }

    /** A table that no metamethod comes between; its items, as many as it counts, are an array. */
    static @Nullable Table plain(LuaValue owner) {
        return owner instanceof Table table && table.metatable() == null ? table : null;
    }

    /** How many there are, as {@code #} has it. */
    long count() {
        LuaValue count = Conversions.toNumber(Strings.length(owner, null));
        if (!Conversions.isInteger(count)) {
            throw Failures.of("object length is not an integer");
        }
        return count.tolong();
    }

    LuaValue get(long position) {
        return Indexing.get(owner, position, null);
    }

    void set(long position, LuaValue item) {
        Indexing.set(owner, position, item, null);
    }
}
