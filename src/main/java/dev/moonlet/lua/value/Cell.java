package dev.moonlet.lua.value;

import org.luaj.vm2.LuaValue;

/** A local variable that changes and that more than one function sees. */
public final class Cell {

    public LuaValue value;

    public Cell(LuaValue value) {
        this.value = value;
    }
}
