package dev.moonlet.lua.value;

import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** From numbers to texts and back, as Lua does it by itself. */
public final class Conversions {

    private Conversions() {}

    /** A number, or the number that a string spells, or nil. */
    public static LuaValue toNumber(LuaValue value) {
        return switch (value) {
            case LuaNumber number -> number;
            case LuaString text -> NumberReader.read(text);
            default -> LuaValue.NIL;
        };
    }

    /** A string, or a number's text, or nil. */
    public static LuaValue toText(LuaValue value) {
        return switch (value) {
            case LuaString text -> text;
            case LuaNumber number -> number.strvalue();
            default -> LuaValue.NIL;
        };
    }

    /** Whether a number is an integer, or a float that is worth one. */
    public static boolean isInteger(LuaValue number) {
        return number instanceof LuaInt
                || (number instanceof LuaFloat real && Numbers.isInteger(real.value));
    }
}
