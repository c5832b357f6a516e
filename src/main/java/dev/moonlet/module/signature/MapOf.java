package dev.moonlet.module.signature;

import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.Table;
import java.util.stream.Stream;
import org.luaj.vm2.LuaValue;

/** A table with keys of one type and values of another. */
record MapOf(Type key, Type value) implements Type {

    @Override
    public boolean fits(LuaValue table) {
        return table instanceof Table all && misfit(all) == LuaValue.NIL;
    }

    @Override
    public String spelled() {
        return "table<%s, %s>".formatted(key.spelled(), value.spelled());
    }

    @Override
    public Stream<RecordOf> records() {
        return Stream.concat(key.records(), value.records());
    }

    @Override
    public String mismatch(LuaValue table) {
        if (!(table instanceof Table all)) {
            return Type.super.mismatch(table);
        }
        LuaValue misfit = misfit(all);
        return key.fits(misfit)
                ? "field '%s': %s".formatted(misfit.tojstring(), value.mismatch(all.rawget(misfit)))
                : "key: " + key.mismatch(misfit);
    }

    /** The first key that does not fit, or whose value does not, or nil. */
    private LuaValue misfit(Table table) {
        for (LuaValue each : table.keys()) {
            Poll.poll();
            if (!key.fits(each) || !value.fits(table.rawget(each))) {
                return each;
            }
        }
        return LuaValue.NIL;
    }
}
