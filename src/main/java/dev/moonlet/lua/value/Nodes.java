package dev.moonlet.lua.value;

import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * The hash part of a table: one array that holds a key at each even place and its value behind it,
 * probed from the key's hash onwards. A key whose value is nil stays until the part is built anew,
 * so that a traversal goes on past what it clears.
 */
final class Nodes {

    /** What every table begins with: one free place. */
    static final LuaValue[] NONE = new LuaValue[2];

    private Nodes() {}

    static LuaValue[] ofCapacity(int keys) {
        return new LuaValue[2 * keys];
    }

    /** How many keys there may be before the part has to grow: three quarters. */
    static int limit(LuaValue[] nodes) {
        return nodes.length / 2 - nodes.length / 8 - (nodes.length == 2 ? 1 : 0);
    }

    /** The place of a key, or the free place where it would go as its complement. */
    static int find(LuaValue[] nodes, LuaString key) {
        int mask = nodes.length - 2;
        int hash = key.hashCode();
        int place = hash << 1 & mask;
        while (true) {
            LuaValue found = nodes[place];
            if (found == key) {
                return place;
            }
            if (found == null) {
                return ~place;
            }
            if (found instanceof LuaString other && other.hashCode() == hash && other.raweq(key)) {
                return place;
            }
            place = place + 2 & mask;
        }
    }

    static int find(LuaValue[] nodes, long key) {
        int mask = nodes.length - 2;
        int place = Long.hashCode(key) << 1 & mask;
        while (true) {
            LuaValue found = nodes[place];
            if (found == null) {
                return ~place;
            }
            if (found instanceof LuaInt other && other.value == key) {
                return place;
            }
            place = place + 2 & mask;
        }
    }

    /** Finds a key of any kind; a number has to be ours, and no float that is an integer. */
    static int find(LuaValue[] nodes, LuaValue key) {
        if (key instanceof LuaString text) {
            return find(nodes, text);
        }
        return key instanceof LuaInt number ? find(nodes, number.value) : findAny(nodes, key);
    }

    private static int findAny(LuaValue[] nodes, LuaValue key) {
        int mask = nodes.length - 2;
        int place = key.hashCode() << 1 & mask;
        while (true) {
            LuaValue found = nodes[place];
            if (found == null) {
                return ~place;
            }
            if (found == key || (found.getClass() == key.getClass() && found.raweq(key))) {
                return place;
            }
            place = place + 2 & mask;
        }
    }

    /** The keys that have a value. */
    static int live(LuaValue[] nodes) {
        int live = 0;
        for (int place = 0; place < nodes.length; place += 2) {
            if (nodes[place] != null && nodes[place + 1] != LuaValue.NIL) {
                live++;
            }
        }
        return live;
    }

    /** A part with room for more keys than there are, without those that have no value. */
    static LuaValue[] grown(LuaValue[] nodes, int more) {
        int wanted = live(nodes) + more;
        int capacity = 4;
        while (capacity - capacity / 4 < wanted) {
            capacity *= 2;
        }
        LuaValue[] grown = ofCapacity(capacity);
        for (int place = 0; place < nodes.length; place += 2) {
            if (nodes[place] != null && nodes[place + 1] != LuaValue.NIL) {
                int free = ~find(grown, nodes[place]);
                grown[free] = nodes[place];
                grown[free + 1] = nodes[place + 1];
            }
        }
        return grown;
    }
}
