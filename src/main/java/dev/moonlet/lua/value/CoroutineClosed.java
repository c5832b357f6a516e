package dev.moonlet.lua.value;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;

/**
 * Unwinds a coroutine that is closed, so that what it has still to close is closed. No protected
 * call catches it.
 */
public final class CoroutineClosed extends LuaError {

    private final transient @Nullable LuaValue value;

    /**
     * Begins or goes on.
     *
     * @param value the error of what was closed last, or null if there was none
     */
    public CoroutineClosed(@Nullable LuaValue value) {
        super((String) null);
        this.value = value;
    }

    public @Nullable LuaValue value() {
        return value;
    }

    @Override
    public LuaValue getMessageObject() {
        return value == null ? LuaValue.NIL : value;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
