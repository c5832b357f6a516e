package dev.moonlet.lua.value;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;

/** The order of a table's keys: the items of its array, then its {@link Nodes} by their places. */
final class Traversal {

    private Traversal() {}

    static @Nullable LuaValue keyAfter(LuaValue key, LuaValue[] items, int size, LuaValue[] nodes) {
        int position = key == LuaValue.NIL ? 0 : position(Numbers.key(key), items, size, nodes) + 1;
        for (; position < size; position++) {
            if (items[position] != LuaValue.NIL) {
                return LuaInt.of(position + 1L);
            }
        }
        int place = 2 * Math.max(0, position - items.length);
        for (; place < nodes.length; place += 2) {
            if (nodes[place] != null && nodes[place + 1] != LuaValue.NIL) {
                return nodes[place];
            }
        }
        return null;
    }

    /** Where a key is: an index of the array, cleared or not, or, beyond it, half a place. */
    private static int position(LuaValue key, LuaValue[] items, int size, LuaValue[] nodes) {
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
