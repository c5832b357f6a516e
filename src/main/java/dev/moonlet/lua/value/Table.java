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

    @Override
    public @Nullable Table metatable() {
        return metatable;
    }

    @Override
    public void metatable(@Nullable Table metatable) {
        if (frozen) {
            throw Failures.of(READ_ONLY);
        }
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
        if (frozen) {
            throw Failures.of(READ_ONLY);
        }
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

    @Override
    long border() {
        return size;
    }

    @Override
    @Nullable LuaValue keyAfter(LuaValue key) {
        int position = key == NIL ? 0 : position(Numbers.key(key)) + 1;
        for (; position < size; position++) {
            if (items[position] != NIL) {
                return LuaInt.of(position + 1L);
            }
        }
        int place = 2 * Math.max(0, position - items.length);
        for (; place < nodes.length; place += 2) {
            if (nodes[place] != null && nodes[place + 1] != NIL) {
                return nodes[place];
            }
        }
        return null;
    }

    /** Where a key is: an index of the array, cleared or not, or, beyond it, half a place. */
    private int position(LuaValue key) {
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
        throw Failures.of("invalid key to 'next'");
    }
}
