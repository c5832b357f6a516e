package dev.moonlet.lua.value;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * The part of a {@link Table} that holds what are no items: named values, and what makes a table
 * another's metatable. A frozen table refuses every write.
 */
abstract class HashTable extends JavaTable {

    LuaValue[] nodes;
    int used;
    private boolean frozen;
    private @Nullable Table metatable;

    /** What is behind {@code __index} and {@code __newindex}; null where it isn't known. */
    private @Nullable LuaValue index;

    private @Nullable LuaValue newIndex;

    /** A bit for the hash of every name that has ever been a key, so that most absent ones are. */
    private int names;

    HashTable(int named) {
        nodes = named == 0 ? Nodes.NONE : Nodes.grown(Nodes.NONE, named);
    }

    /** Makes this part what another is, without its metatable and free to be changed. */
    final void restoreNodes(HashTable source) {
        nodes = source.nodes == Nodes.NONE ? Nodes.NONE : source.nodes.clone();
        used = source.used;
        names = source.names;
        metatable = null;
        index = null;
        newIndex = null;
    }

    @Override
    public final @Nullable Table metatable() {
        return metatable;
    }

    @Override
    public final void metatable(@Nullable Table metatable) {
        refuseIfFrozen();
        this.metatable = metatable;
    }

    /** Makes this table, and with it every write to it, refuse for ever. */
    public final void freeze() {
        frozen = true;
    }

    public final boolean frozen() {
        return frozen;
    }

    public final LuaValue get(LuaString key) {
        return valueAt(Nodes.find(nodes, key));
    }

    /** How many keys there are beside the items, those included that have lost their value. */
    public final int named() {
        return used;
    }

    final LuaValue valueAt(int place) {
        return place < 0 ? NIL : nodes[place + 1];
    }

    /** Whether a name may have a value; that it has none is known without a look for most. */
    final boolean mayHave(LuaString key) {
        return (names >>> key.hashCode() & 1) != 0;
    }

    /** What is behind {@code __index} in this table, as a metatable. */
    final LuaValue index() {
        LuaValue known = index;
        if (known == null) {
            known = get(Names.INDEX);
            index = known;
        }
        return known;
    }

    /** What is behind {@code __newindex} in this table, as a metatable. */
    final LuaValue newIndex() {
        LuaValue known = newIndex;
        if (known == null) {
            known = get(Names.NEWINDEX);
            newIndex = known;
        }
        return known;
    }

    public final void put(LuaString key, LuaValue value) {
        index = null;
        newIndex = null;
        putNode(Nodes.find(nodes, key), key, value);
    }

    final void putNode(int place, LuaValue key, LuaValue value) {
        if (place >= 0 && !frozen) {
            nodes[place + 1] = value;
        } else {
            putNew(place, key, value);
        }
    }

    private void putNew(int place, LuaValue key, LuaValue value) {
        refuseIfFrozen();
        if (value == NIL) {
            return;
        }
        int free = ~place;
        if (used >= Nodes.limit(nodes)) {
            LuaValue[] grown = Nodes.grown(nodes, 1);
            Memory.charge(4L * grown.length);
            nodes = grown;
            used = Nodes.live(grown);
            free = ~Nodes.find(grown, key);
        }
        nodes[free + 1] = value;
        nodes[free] = key;
        used++;
        if (key instanceof LuaString name) {
            names |= 1 << name.hashCode();
        }
    }

    final void refuseIfFrozen() {
        if (frozen) {
            throw Failures.of("attempt to change a read-only table");
        }
    }
}
