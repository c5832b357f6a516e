package dev.moonlet.lua.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * What Java code that was written for LuaJ's tables sees of a {@link Table}. LuaJ's own numbers
 * become ours on their way in.
 */
abstract class JavaTable extends LuaTable {

    /**
     * Marks this table as counted; returns whether it was not. LuaJ's count of its own hash part
     * lies idle here, so that the mark takes no memory.
     */
    public final boolean mark(int count) {
        boolean isNew = hashEntries != count;
        hashEntries = count;
        return isNew;
    }

    abstract @Nullable Table metatable();

    abstract void metatable(@Nullable Table metatable);

    /** Sets a value whose key is neither nil nor NaN. */
    abstract void put(LuaValue key, LuaValue value);

    /** A border: an item that is not nil before one that is. */
    abstract long border();

    /** The key behind one, or the first behind nil, for traversals; null behind the last. */
    abstract @Nullable LuaValue keyAfter(LuaValue key);

    @Override
    public LuaValue rawget(int key) {
        return rawget(LuaInt.of(key));
    }

    @Override
    public void rawset(int key, LuaValue value) {
        put(LuaInt.of(key), Numbers.normal(value));
    }

    @Override
    public void rawset(LuaValue key, LuaValue value) {
        Indexing.checkKey(key);
        put(key, Numbers.normal(value));
    }

    @Override
    public void hashset(LuaValue key, LuaValue value) {
        rawset(key, value);
    }

    @Override
    public LuaValue get(int key) {
        return get(LuaInt.of(key));
    }

    @Override
    public LuaValue get(LuaValue key) {
        return Indexing.get(this, key, null);
    }

    @Override
    public void set(int key, LuaValue value) {
        set(LuaInt.of(key), value);
    }

    @Override
    public void set(LuaValue key, LuaValue value) {
        Indexing.set(this, key, Numbers.normal(value), null);
    }

    @Override
    public @Nullable LuaValue getmetatable() {
        return metatable();
    }

    @Override
    public LuaValue setmetatable(@Nullable LuaValue metatable) {
        metatable((Table) metatable);
        return this;
    }

    @Override
    public int length() {
        return (int) border();
    }

    @Override
    public int rawlen() {
        return (int) border();
    }

    @Override
    public LuaValue len() {
        return LuaInt.of(border());
    }

    @Override
    public Varargs next(LuaValue key) {
        LuaValue next = keyAfter(key);
        return next == null ? NIL : varargsOf(next, rawget(next));
    }

    @Override
    public LuaValue[] keys() {
        List<LuaValue> keys = new ArrayList<>();
        for (LuaValue key = keyAfter(NIL); key != null; key = keyAfter(key)) {
            keys.add(key);
        }
        return keys.toArray(LuaValue[]::new);
    }

    @Override
    public void insert(int position, LuaValue value) {
        int at = position <= 0 ? length() + 1 : position;
        for (int i = length(); i >= at; i--) {
            rawset(i + 1, rawget(i));
        }
        rawset(at, value);
    }

    @Override
    public LuaValue remove(int position) {
        int last = length();
        int at = position == 0 ? last : position;
        LuaValue removed = rawget(at);
        for (int i = at; i < last; i++) {
            rawset(i, rawget(i + 1));
        }
        rawset(last, NIL);
        return removed;
    }

    @Override
    public Varargs unpack() {
        return unpack(1, length());
    }

    @Override
    public Varargs unpack(int from) {
        return unpack(from, length());
    }

    @Override
    public Varargs unpack(int from, int to) {
        LuaValue[] values = new LuaValue[Math.max(0, to - from + 1)];
        for (int i = 0; i < values.length; i++) {
            values[i] = rawget(from + i);
        }
        return varargsOf(values);
    }

    @Override
    public void sort(LuaValue comparator) {
        throw new UnsupportedOperationException("sort by the function of the table library");
    }

    @Override
    public void presize(int items, int named) {}

    @Override
    public void presize(int items) {}
}
