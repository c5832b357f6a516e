package dev.moonlet.lua.value;

import org.luaj.vm2.LuaValue;

/** The order of a table's keys: the items of its array, then its {@link Nodes} by their places. */
final class Traversal {

    private Traversal() {}

    /** Where a key is: an index of the array, cleared or not, or, beyond it, half a place. */
    static int position(LuaValue key, LuaValue[] items, int size, LuaValue[] nodes) {
        if (key instanceof LuaInt number && number.value - 1 >= 0 && number.value - 1 < size) {
            return (int) number.value - 1;
        }
        int place = Nodes.find(nodes, key);
        if (place >= 0) {
            return items.length + place / 2;
        }
        if (key instanceof LuaInt number && number.value > 0 && number.value <= items.length) {
            return (int) number.value - 1;
        }
        throw Failures.operation("invalid key to 'next'");
    }
}
