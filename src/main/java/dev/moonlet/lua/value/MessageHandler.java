package dev.moonlet.lua.value;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;

/**
 * The function that {@code xpcall} has put in charge of errors: it is called where one happens,
 * before anything is unwound, and its result is thrown. Each coroutine has its own; whoever goes
 * from one to another on the same thread has to {@link #swap} it.
 */
public final class MessageHandler {

    /** So many errors within one another are what C Lua gives up at. */
    private static final int MAX_DEPTH = 215;

    private static final ThreadLocal<@Nullable MessageHandler> CURRENT = new ThreadLocal<>();

    private final LuaValue function;
    private int depth;

    MessageHandler(LuaValue function) {
        this.function = function;
    }

    /** Puts another in charge, or none, and returns the one before. */
    public static @Nullable MessageHandler swap(@Nullable MessageHandler next) {
        MessageHandler last = CURRENT.get();
        if (next != last) {
            CURRENT.set(next);
        }
        return last;
    }

    static @Nullable MessageHandler current() {
        return CURRENT.get();
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
            throw ScriptError.handlingFailed(this);
        } finally {
            depth--;
        }
    }
}
