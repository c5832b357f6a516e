package dev.moonlet.lua.value;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * A table: items 1 to {@link #size} in an array, everything else in {@link Nodes}. The last item of
 * the array is never nil, so that its size is a border. Every write goes through {@link #put} and
 * its kin, where a frozen table refuses and growth is charged.
 */
public final class Table extends HashTable {

    private static final LuaValue[] NO_ITEMS = {};

    /** What the table itself and the heads of its arrays take. */
    private static final int SIZE = 96;

    private LuaValue[] items;
    private int size;

    public Table() {
        this(0, 0);
    }

    /** A table with room for items and for named values. */
    public Table(int items, int named) {
        super(named);
        this.items = items == 0 ? NO_ITEMS : new LuaValue[items];
        Witness.see(this);
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

    /** Sets a field of a table that is being constructed; an item of the same key is to win. */
    public void field(LuaValue key, LuaValue value) {
        LuaValue normal = Numbers.key(key);
        putNode(Nodes.find(nodes, normal), normal, value);
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
        takeItemsFromNodes();
    }

    /** A table whose items are in an array, which is the table's from now on; some may be nil. */
    public static Table ofItems(LuaValue[] items) {
        Table table = new Table();
        table.items = items;
        table.size = items.length;
        table.dropTrailingNils();
        return table;
    }

    /** Makes this table hold what another holds, and nothing else. */
    public void restore(Table source) {
        refuseIfFrozen();
        restoreNodes(source);
        items = source.size == 0 ? NO_ITEMS : Arrays.copyOf(source.items, source.size);
        size = source.size;
    }

    public LuaValue get(long key) {
        if (key - 1 >= 0 && key - 1 < size) {
            return items[(int) key - 1];
        }
        return valueAt(Nodes.find(nodes, key));
    }

    @Override
    public LuaValue rawget(LuaValue key) {
        if (key instanceof LuaInt number) {
            return get(number.value);
        }
        return key instanceof LuaString text ? get(text) : getOther(Numbers.key(key));
    }

    private LuaValue getOther(LuaValue key) {
        return key instanceof LuaInt number ? get(number.value) : valueAt(Nodes.find(nodes, key));
    }

    public void put(long key, LuaValue value) {
        if (key - 1 >= 0 && key - 1 < size && !frozen()) {
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
        } else {
            putNode(Nodes.find(nodes, key), key, value);
        }
    }

    private void putBeyondItems(long key, LuaValue value) {
        if (key != size + 1L || frozen()) {
            putNode(Nodes.find(nodes, key), LuaInt.of(key), value);
        } else if (value != NIL) {
            append(value);
        } else {
            clear(key);
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

    @Override
    long border() {
        return size;
    }

    @Override
    @Nullable LuaValue keyAfter(LuaValue key) {
        int start = key == NIL ? 0 : Traversal.position(Numbers.key(key), items, size, nodes) + 1;
        int place = placeFrom(start);
        return place < 0 ? null : keyAt(place);
    }

    /** The place of the first value from a place on: first those of the items, then the nodes'. */
    int placeFrom(int start) {
        int place = start;
        for (; place < size; place++) {
            if (items[place] != NIL) {
                return place;
            }
        }
        int node = Math.max(0, place - items.length);
        for (; 2 * node < nodes.length; node++) {
            if (nodes[2 * node] != null && nodes[2 * node + 1] != NIL) {
                return items.length + node;
            }
        }
        return -1;
    }

    LuaValue keyAt(int place) {
        return place < items.length ? LuaInt.of(place + 1L) : nodes[2 * (place - items.length)];
    }

    LuaValue valueAtPlace(int place) {
        return place < items.length ? items[place] : nodes[2 * (place - items.length) + 1];
    }

    @Override
    public int keyCount() {
        int count = Nodes.live(nodes);
        for (int i = 0; i < size; i++) {
            if (items[i] != NIL) {
                count++;
            }
        }
        return count;
    }

    /** Freezes this table, and all tables in it. */
    public void freezeDeeply() {
        if (frozen()) {
            return;
        }
        freeze();
        Table metatable = metatable();
        if (metatable != null) {
            metatable.freezeDeeply();
        }
        for (LuaValue key : keys()) {
            if (rawget(key) instanceof Table inner) {
                inner.freezeDeeply();
            }
        }
    }

    /** Hands on what this refers to, free places too; returns about how many bytes it takes. */
    public long contents(Consumer<? super @Nullable LuaValue> reader) {
        for (int i = 0; i < size; i++) {
            reader.accept(items[i]);
        }
        for (LuaValue each : nodes) {
            reader.accept(each);
        }
        reader.accept(metatable());
        return SIZE + 4L * (items.length + (nodes == Nodes.NONE ? 0 : nodes.length));
    }
}
