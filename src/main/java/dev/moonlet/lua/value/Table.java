package dev.moonlet.lua.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * A table: items 1 to {@link #size} in an array, everything else in {@link Nodes}. The last item of
 * the array is never nil, so that its size is a border. Every write goes through {@link #put} and
 * its kin, where a frozen table refuses and growth is charged.
 */
public final class Table extends JavaTable {

    private static final LuaValue[] NO_ITEMS = {};
    private static final String READ_ONLY = "attempt to change a read-only table";

    private LuaValue[] items;
    private int size;
    private LuaValue[] nodes;
    private int used;
    private @Nullable Table metatable;
    private boolean frozen;
    private int lacking;

    public Table() {
        items = NO_ITEMS;
        nodes = Nodes.NONE;
    }

    /** A table with room for items and for named values. */
    public Table(int items, int named) {
        this.items = items == 0 ? NO_ITEMS : new LuaValue[items];
        nodes = named == 0 ? Nodes.NONE : Nodes.grown(Nodes.NONE, named);
    }

    /** Sets an item of a table that is being constructed, nil or not; {@link #filled} ends it. */
    public void fill(int index, LuaValue value) {
        items[index - 1] = value;
    }

    /** Sets the last items of a table that is being constructed, and ends it. */
    public void fill(int first, Varargs values) {
        int count = first - 1 + values.narg();
        Memory.charge(4L * count);
        items = Arrays.copyOf(items, count);
        for (int i = first; i <= count; i++) {
            items[i - 1] = values.arg(i - first + 1);
        }
        filled(count);
    }

    /** Ends the items of a table that is being constructed. */
    public void filled(int count) {
        for (int place = 0; place < nodes.length; place += 2) {
            if (nodes[place] instanceof LuaInt key && key.value >= 1 && key.value <= count) {
                nodes[place + 1] = NIL;
            }
        }
        size = count;
        dropTrailingNils();
    }

    /** A table whose items are in an array, which is the table's from now on; some may be nil. */
    public static Table ofItems(LuaValue[] items) {
        Table table = new Table();
        table.items = items;
        table.size = items.length;
        table.dropTrailingNils();
        return table;
    }

    @Override
    public @Nullable Table metatable() {
        return metatable;
    }

    @Override
    public void metatable(@Nullable Table metatable) {
        refuseIfFrozen();
        this.metatable = metatable;
    }

    /** Makes this table, and with it every write to it, refuse for ever. */
    public void freeze() {
        frozen = true;
    }

    public boolean frozen() {
        return frozen;
    }

    public LuaValue get(LuaString key) {
        int place = Nodes.find(nodes, key);
        return place < 0 ? NIL : nodes[place + 1];
    }

    public LuaValue get(long key) {
        if (key - 1 >= 0 && key - 1 < size) {
            return items[(int) key - 1];
        }
        int place = Nodes.find(nodes, key);
        return place < 0 ? NIL : nodes[place + 1];
    }

    @Override
    public LuaValue rawget(LuaValue key) {
        if (key instanceof LuaInt number) {
            return get(number.value);
        }
        return key instanceof LuaString text ? get(text) : getOther(Numbers.key(key));
    }

    private LuaValue getOther(LuaValue key) {
        if (key instanceof LuaInt number) {
            return get(number.value);
        }
        int place = Nodes.find(nodes, key);
        return place < 0 ? NIL : nodes[place + 1];
    }

    /**
     * Whether this table, as a metatable, has no handler of a name; what is found is remembered.
     */
    boolean lacks(Handler handler) {
        if ((lacking & handler.bit()) != 0) {
            return true;
        }
        if (get(handler.name()) != NIL) {
            return false;
        }
        lacking |= handler.bit();
        return true;
    }

    public void put(LuaString key, LuaValue value) {
        lacking = 0;
        int place = Nodes.find(nodes, key);
        if (place >= 0 && !frozen) {
            nodes[place + 1] = value;
        } else {
            putNew(place, key, value);
        }
    }

    public void put(long key, LuaValue value) {
        if (key - 1 >= 0 && key - 1 < size && !frozen) {
            items[(int) key - 1] = value;
            if (value == NIL && key == size) {
                dropTrailingNils();
            }
        } else {
            putBeyondItems(key, value);
        }
    }

    @Override
    public void put(LuaValue key, LuaValue value) {
        if (key instanceof LuaInt number) {
            put(number.value, value);
        } else if (key instanceof LuaString text) {
            put(text, value);
        } else {
            putOther(Numbers.key(key), value);
        }
    }

    private void putOther(LuaValue key, LuaValue value) {
        if (key instanceof LuaInt number) {
            put(number.value, value);
            return;
        }
        int place = Nodes.find(nodes, key);
        if (place >= 0 && !frozen) {
            nodes[place + 1] = value;
        } else {
            putNew(place, key, value);
        }
    }

    private void putBeyondItems(long key, LuaValue value) {
        if (key == size + 1L && !frozen) {
            if (value != NIL) {
                append(value);
            } else {
                clear(key);
            }
            return;
        }
        int place = Nodes.find(nodes, key);
        if (place >= 0 && !frozen) {
            nodes[place + 1] = value;
        } else {
            putNew(place, LuaInt.of(key), value);
        }
    }

    private void clear(long key) {
        int place = Nodes.find(nodes, key);
        if (place >= 0) {
            nodes[place + 1] = NIL;
        }
    }

    private void append(LuaValue value) {
        if (used > 0) {
            clear(size + 1L);
        }
        if (size == items.length) {
            growItems();
        }
        items[size++] = value;
        if (used > 0) {
            takeItemsFromNodes();
        }
    }

    private void growItems() {
        int capacity = Math.max(4, size + (size >> 1) + (size >> 2));
        Memory.charge(4L * (capacity - size));
        items = Arrays.copyOf(items, capacity);
    }

    private void takeItemsFromNodes() {
        int place = Nodes.find(nodes, size + 1L);
        while (place >= 0 && nodes[place + 1] != NIL) {
            if (size == items.length) {
                growItems();
            }
            items[size++] = nodes[place + 1];
            nodes[place + 1] = NIL;
            place = Nodes.find(nodes, size + 1L);
        }
    }

    private void dropTrailingNils() {
        int border = size;
        while (border > 0 && items[border - 1] == NIL) {
            border--;
        }
        size = border;
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
    }

    /** Puts an item before another, or behind the last. */
    public void insertItem(int position, LuaValue value) {
        int last = size;
        if (position <= last) {
            put(last + 1L, items[last - 1]);
            System.arraycopy(items, position - 1, items, position, last - position);
        }
        put(position, value);
    }

    /** Takes an item out, so that those behind it move up. */
    public LuaValue removeItem(int position) {
        refuseIfFrozen();
        LuaValue removed = items[position - 1];
        int last = size;
        System.arraycopy(items, position, items, position - 1, last - position);
        put(last, NIL);
        return removed;
    }

    private void refuseIfFrozen() {
        if (frozen) {
            throw Failures.of(READ_ONLY);
        }
    }

    @Override
    long border() {
        return size;
    }

    @Override
    @Nullable LuaValue keyAfter(LuaValue key) {
        return Traversal.keyAfter(key, items, size, nodes);
    }
}
