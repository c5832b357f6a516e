package dev.moonlet.lua.value;

import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;

/** An error of a script: any value. It carries no Java stack trace, which nobody would read. */
public final class ScriptError extends LuaError {

    private final transient LuaValue value;

    public ScriptError(LuaValue value) {
        super(value);
        this.value = value;
    }

    public LuaValue value() {
        return value;
    }

    @Override
    public LuaValue getMessageObject() {
        return value;
    }

    @Override
    public String getMessage() {
        return value.tojstring();
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
