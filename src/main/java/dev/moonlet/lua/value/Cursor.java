package dev.moonlet.lua.value;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;

/**
 * Goes through a table without a call for each round: what a loop over {@code pairs} or {@code
 * ipairs} uses instead of the iterator that it was given.
 */
public abstract class Cursor {

    /** The cursor that does what an iterator would do, or null if the iterator has to be called. */
    public static @Nullable Cursor of(LuaValue iterator, LuaValue state, LuaValue control) {
        return iterator instanceof Function function ? function.body.cursor(state, control) : null;
    }

    /** Goes on to the next key and value, if there is one. */
    public abstract boolean next();

    public abstract LuaValue key();

    public abstract LuaValue value();

    /** Goes through all keys. */
    public static Cursor ofKeys(Table table) {
        return new OfKeys(table);
    }

    /** Goes through the items up to the first that is nil. */
    public static Cursor ofItems(Table table) {
        return new OfItems(table);
    }

    private static final class OfKeys extends Cursor {

        private final Table table;
        private int place = -1;

        OfKeys(Table table) {
            this.table = table;
        }

        @Override
        public boolean next() {
            place = table.placeFrom(place + 1);
            return place >= 0;
        }

        @Override
        public LuaValue key() {
            return table.keyAt(place);
        }

        @Override
        public LuaValue value() {
            return table.valueAtPlace(place);
        }
    }

    private static final class OfItems extends Cursor {

        private final Table table;
        private long position;
        private LuaValue value = LuaValue.NIL;

        OfItems(Table table) {
            this.table = table;
        }

        @Override
        public boolean next() {
            value = Indexing.get(table, ++position, null);
            return value != LuaValue.NIL;
        }

        @Override
        public LuaValue key() {
            return LuaInt.of(position);
        }

        @Override
        public LuaValue value() {
            return value;
        }
    }
}
