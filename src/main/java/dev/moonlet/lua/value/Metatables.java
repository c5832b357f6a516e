package dev.moonlet.lua.value;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaUserdata;
import org.luaj.vm2.LuaValue;

/** Finds the metatables of values and the handlers in them. */
public final class Metatables {

    /** Strings share one; it is set once and not to be reached from Lua. */
    private static volatile @Nullable Table strings;

    private Metatables() {}

    public static void strings(Table metatable) {
        strings = metatable;
    }

    public static @Nullable Table of(LuaValue value) {
        if (value instanceof Table table) {
            return table.metatable();
        }
        if (value instanceof LuaString) {
            return strings;
        }
        return value instanceof LuaUserdata userdata
                        && userdata.getmetatable() instanceof Table metatable
                ? metatable
                : null;
    }

    /** The handler of a metamethod, or nil. */
    public static LuaValue handler(LuaValue value, LuaString name) {
        Table metatable = of(value);
        return metatable == null ? LuaValue.NIL : metatable.get(name);
    }

    /** The handler of the first operand that has one, or nil. */
    static LuaValue handler(LuaValue left, LuaValue right, LuaString name) {
        LuaValue handler = handler(left, name);
        return handler == LuaValue.NIL ? handler(right, name) : handler;
    }

    /** Calls the handler of a metamethod, whose name goes into the error if it can't be called. */
    public static LuaValue call(LuaString name, LuaValue handler, LuaValue a, LuaValue b) {
        if (handler instanceof Function function) {
            return function.body.call(a, b);
        }
        String event = name.tojstring().substring("__".length());
        return Calls.body(handler, "metamethod '" + event + "'").call(a, b);
    }
}
