package dev.moonlet.lua.value;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** {@code t[k]} and {@code t[k] = v}. What a table is in the script goes into errors. */
public final class Indexing {

    /** A chain of {@code __index} that is longer is a circle. */
    private static final int MAX_CHAIN = 2_000;

    private Indexing() {}

    public static LuaValue get(LuaValue from, LuaString key, @Nullable String what) {
        LuaValue source = from;
        for (int i = 0; source instanceof Table table && i < MAX_CHAIN; i++) {
            Table metatable = table.metatable();
            if (metatable == null) {
                return table.get(key);
            }
            LuaValue value = table.mayHave(key) ? table.get(key) : LuaValue.NIL;
            if (value != LuaValue.NIL) {
                return value;
            }
            LuaValue handler = metatable.index();
            if (handler == LuaValue.NIL) {
                return LuaValue.NIL;
            }
            if (!(handler instanceof Table)) {
                break;
            }
            source = handler;
        }
        return getByHandler(source, key, source == from ? what : null);
    }

    public static LuaValue get(LuaValue from, long key, @Nullable String what) {
        if (from instanceof Table table) {
            LuaValue value = table.get(key);
            if (value != LuaValue.NIL) {
                return value;
            }
            Table metatable = table.metatable();
            if (metatable == null || metatable.index() == LuaValue.NIL) {
                return LuaValue.NIL;
            }
        }
        return getByHandler(from, LuaInt.of(key), what);
    }

    public static LuaValue get(LuaValue from, LuaValue key, @Nullable String what) {
        if (from instanceof Table table) {
            LuaValue value = table.rawget(key);
            if (value != LuaValue.NIL) {
                return value;
            }
            Table metatable = table.metatable();
            if (metatable == null || metatable.index() == LuaValue.NIL) {
                return LuaValue.NIL;
            }
        }
        return getByHandler(from, key, what);
    }

    public static void set(LuaValue to, LuaString key, LuaValue value, @Nullable String what) {
        if (to instanceof Table table && takes(table)) {
            table.put(key, value);
        } else {
            setByHandler(to, key, value, what);
        }
    }

    public static void set(LuaValue to, long key, LuaValue value, @Nullable String what) {
        if (to instanceof Table table && takes(table)) {
            table.put(key, value);
        } else {
            setByHandler(to, LuaInt.of(key), value, what);
        }
    }

    public static void set(LuaValue to, LuaValue key, LuaValue value, @Nullable String what) {
        if (to instanceof Table table && takes(table)) {
            checkKey(key);
            table.put(key, value);
        } else {
            setByHandler(to, key, value, what);
        }
    }

    private static boolean takes(Table table) {
        Table metatable = table.metatable();
        return metatable == null || metatable.newIndex() == LuaValue.NIL;
    }

    /** Sets a field of a table that is being constructed. */
    public static void put(Table table, LuaValue key, LuaValue value) {
        checkKey(key);
        table.put(key, value);
    }

    /** Sets a field of a table that is being constructed; an item of the same key is to win. */
    public static void field(Table table, LuaValue key, LuaValue value) {
        checkKey(key);
        table.field(key, value);
    }

    /** Refuses what can be no key. */
    static void checkKey(LuaValue key) {
        if (key == LuaValue.NIL) {
            throw Failures.operation("table index is nil");
        }
        if (key instanceof LuaFloat number && Double.isNaN(number.value)) {
            throw Failures.operation("table index is NaN");
        }
    }

    private static LuaValue getByHandler(LuaValue from, LuaValue key, @Nullable String what) {
        LuaValue source = from;
        for (int i = 0; i < MAX_CHAIN; i++) {
            if (source instanceof Table table) {
                LuaValue value = table.rawget(key);
                if (value != LuaValue.NIL) {
                    return value;
                }
            }
            LuaValue handler = Metatables.handler(source, Names.INDEX);
            if (handler == LuaValue.NIL) {
                if (source instanceof Table) {
                    return LuaValue.NIL;
                }
                throw Failures.type("index", source, i == 0 ? what : null);
            }
            if (handler.isfunction()) {
                return Calls.call(handler, source, key);
            }
            source = handler;
        }
        throw Failures.operation("'__index' chain too long; possible loop");
    }

    private static void setByHandler(
            LuaValue to, LuaValue key, LuaValue value, @Nullable String what) {
        LuaValue target = to;
        for (int i = 0; i < MAX_CHAIN; i++) {
            LuaValue handler = Metatables.handler(target, Names.NEWINDEX);
            if (target instanceof Table table
                    && (handler == LuaValue.NIL || table.rawget(key) != LuaValue.NIL)) {
                checkKey(key);
                table.put(key, value);
                return;
            }
            if (handler == LuaValue.NIL) {
                throw Failures.type("index", target, i == 0 ? what : null);
            }
            if (handler.isfunction()) {
                Calls.call(handler, target, key, value);
                return;
            }
            target = handler;
        }
        throw Failures.operation("'__newindex' chain too long; possible loop");
    }
}
