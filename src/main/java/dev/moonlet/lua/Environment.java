package dev.moonlet.lua;

import java.util.HashMap;
import java.util.Map;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * The globals of a state, read through three layers: what the invocation has set, what loading the
 * program defined, and the library. Writes go to the topmost; {@link #reset} drops it.
 */
final class Environment extends Globals {

    private final LuaTable library;
    private final Map<LuaValue, LuaValue> loaded = new HashMap<>();
    private final Map<LuaValue, LuaValue> invocation = new HashMap<>();
    private LuaTable traversed = new LuaTable();
    private boolean loading;

    Environment(LuaTable library) {
        this.library = library;
    }

    /** Writes until {@link #endLoad} define the program. */
    void beginLoad() {
        loading = true;
    }

    void endLoad() {
        loading = false;
    }

    /** Forgets what the invocation has set. */
    void reset() {
        invocation.clear();
        traversed = new LuaTable();
    }

    @Override
    public LuaValue rawget(LuaValue key) {
        LuaValue value = invocation.get(key);
        if (value == null) {
            value = loaded.get(key);
        }
        return value == null ? library.rawget(key) : value;
    }

    @Override
    public LuaValue rawget(int key) {
        return rawget(valueOf(key));
    }

    @Override
    public void rawset(LuaValue key, LuaValue value) {
        (loading ? loaded : invocation).put(key, value);
    }

    @Override
    public void rawset(int key, LuaValue value) {
        rawset(valueOf(key), value);
    }

    @Override
    public LuaValue setmetatable(LuaValue metatable) {
        return error("the metatable of _G can't be changed");
    }

    @Override
    public Varargs next(LuaValue key) {
        if (key.isnil()) {
            traversed = flattened();
        }
        return traversed.next(key);
    }

    private LuaTable flattened() {
        LuaTable all = new LuaTable();
        for (Varargs n = library.next(NIL); !n.isnil(1); n = library.next(n.arg1())) {
            all.rawset(n.arg1(), n.arg(2));
        }
        loaded.forEach(all::rawset);
        invocation.forEach(all::rawset);
        return all;
    }
}
