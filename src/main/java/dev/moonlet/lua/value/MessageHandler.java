package dev.moonlet.lua.value;

import org.luaj.vm2.LuaValue;

/**
 * The function that {@code xpcall} has put in charge of errors: it is called where one happens,
 * before anything is unwound, and its result is thrown. Each coroutine has its own.
 */
public class MessageHandler {

    /** So many errors within one another are what C Lua gives up at. */
    private static final int MAX_DEPTH = 215;

    private final LuaValue function;
    private int depth;

    MessageHandler(LuaValue function) {
        this.function = function;
    }

    /** What becomes of an error's value; an error of the handler's own goes through it again. */
    LuaValue handle(LuaValue value) {
        if (depth == MAX_DEPTH) {
            throw ScriptError.handlingFailed(this);
        }
        depth++;
        try {
            return Calls.call(function, value);
        } catch (StackOverflowError _) {
            Run.current().overflowed();
            throw ScriptError.handlingFailed(this);
        } finally {
            depth--;
        }
    }
}
