package dev.moonlet.lua;

import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** A table that nobody can change, whichever way they try; states share it. */
final class FrozenTable extends LuaTable {

    private boolean frozen;

    /** A frozen copy, of tables within it too. */
    static LuaTable of(LuaTable source) {
        FrozenTable copy = new FrozenTable();
        for (Varargs entry = source.next(NIL); !entry.isnil(1); entry = source.next(entry.arg1())) {
            LuaValue value = entry.arg(2);
            copy.set(entry.arg1(), value.istable() ? of(value.checktable()) : value);
        }
        copy.frozen = true;
        return copy;
    }

    @Override
    public void rawset(int key, LuaValue value) {
        refuseIfFrozen();
        super.rawset(key, value);
    }

    @Override
    public void rawset(LuaValue key, LuaValue value) {
        refuseIfFrozen();
        super.rawset(key, value);
    }

    @Override
    public LuaValue remove(int position) {
        refuseIfFrozen();
        return super.remove(position);
    }

    @Override
    public void insert(int position, LuaValue value) {
        refuseIfFrozen();
        super.insert(position, value);
    }

    @Override
    public LuaValue setmetatable(LuaValue metatable) {
        refuseIfFrozen();
        return super.setmetatable(metatable);
    }

    @Override
    public void sort(LuaValue comparator) {
        refuseIfFrozen();
        super.sort(comparator);
    }

    private void refuseIfFrozen() {
        if (frozen) {
            throw new LuaError("attempt to change a read-only table");
        }
    }
}
