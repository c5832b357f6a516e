package dev.moonlet.lua.value;

import org.luaj.vm2.LuaValue;

/**
 * Arithmetic on strings. C Lua leaves it to functions of its string library, so that what fails
 * there has no place in the script; {@link Levels} knows it by the name of this class.
 */
final class SpelledArithmetic {

    private SpelledArithmetic() {}

    /** The result for the numbers that the strings spell. */
    static LuaValue onNumbers(ArithmeticSlow operation, LuaValue a, LuaValue b) {
        return operation.onNumbers(a, b);
    }

    /** What the handler of the right operand of a string answers. */
    static LuaValue byHandler(LuaValue handler, LuaValue a, LuaValue b) {
        return Calls.call(handler, a, b);
    }
}
