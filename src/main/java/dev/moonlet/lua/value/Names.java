package dev.moonlet.lua.value;

import org.luaj.vm2.LuaString;

/** The names of metamethods and of metatables' other fields. */
public final class Names {

    public static final LuaString ADD = name("__add");
    public static final LuaString SUB = name("__sub");
    public static final LuaString MUL = name("__mul");
    public static final LuaString DIV = name("__div");
    public static final LuaString IDIV = name("__idiv");
    public static final LuaString MOD = name("__mod");
    public static final LuaString POW = name("__pow");
    public static final LuaString UNM = name("__unm");
    public static final LuaString BAND = name("__band");
    public static final LuaString BOR = name("__bor");
    public static final LuaString BXOR = name("__bxor");
    public static final LuaString BNOT = name("__bnot");
    public static final LuaString SHL = name("__shl");
    public static final LuaString SHR = name("__shr");
    public static final LuaString CONCAT = name("__concat");
    public static final LuaString LEN = name("__len");
    public static final LuaString EQ = name("__eq");
    public static final LuaString LT = name("__lt");
    public static final LuaString LE = name("__le");
    public static final LuaString INDEX = name("__index");
    public static final LuaString NEWINDEX = name("__newindex");
    public static final LuaString CALL = name("__call");
    public static final LuaString CLOSE = name("__close");
    public static final LuaString TOSTRING = name("__tostring");
    public static final LuaString METATABLE = name("__metatable");
    public static final LuaString PAIRS = name("__pairs");
    public static final LuaString NAME = name("__name");

    private Names() {}

    private static LuaString name(String text) {
        return Interned.of(text);
    }
}
