package dev.moonlet.module.signature;

import dev.moonlet.lua.value.Poll;
import java.util.stream.Stream;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;

/** A table with items of one type. */
record ArrayOf(Type item) implements Type {

    @Override
    public boolean fits(LuaValue value) {
        return value instanceof LuaTable table && misfit(table) == 0;
    }

    @Override
    public String spelled() {
        return Union.grouped(item) + "[]";
    }

    @Override
    public Stream<RecordOf> records() {
        return item.records();
    }

    @Override
    public String mismatch(LuaValue value) {
        if (!(value instanceof LuaTable table)) {
            return Type.super.mismatch(value);
        }
        int misfit = misfit(table);
        return "item %d: %s".formatted(misfit, item.mismatch(table.rawget(misfit)));
    }

    /** The place of the first item that does not fit, or 0. */
    private int misfit(LuaTable table) {
        int length = table.rawlen();
        for (int i = 1; i <= length; i++) {
            Poll.poll();
            if (!item.fits(table.rawget(i))) {
                return i;
            }
        }
        return 0;
    }
}
