package dev.moonlet.lua.value;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;

/**
 * An error of a script: any value, after the {@link MessageHandler} in charge has seen it. It
 * carries no Java stack trace, which nobody would read.
 */
public final class ScriptError extends LuaError {

    private final transient LuaValue value;
    private final transient @Nullable MessageHandler handler;

    /** An error that happens here and now. */
    public ScriptError(LuaValue value) {
        this(value, Run.current().charge.handler, true);
    }

    private ScriptError(LuaValue value, @Nullable MessageHandler handler, boolean fresh) {
        super((String) null);
        this.handler = handler;
        this.value = fresh && handler != null ? handler.handle(value) : value;
    }

    /** What is thrown when a handler fails all the time. */
    static ScriptError handlingFailed(MessageHandler handler) {
        return new ScriptError(LuaValue.valueOf("error in error handling"), handler, false);
    }

    /** An error of another coroutine, which no handler of this one is to see. */
    public static ScriptError ofAnother(LuaValue value) {
        return new ScriptError(value, null, false);
    }

    public LuaValue value() {
        return value;
    }

    /** Whether a handler has seen this error. */
    boolean isHandledBy(MessageHandler candidate) {
        return handler == candidate;
    }

    /** The value of an error, of those too that Java raised which was written for LuaJ. */
    public static LuaValue value(LuaError error) {
        if (error instanceof ScriptError own) {
            return own.value;
        }
        LuaValue object = error.getMessageObject();
        return object == null ? LuaValue.NIL : Numbers.normal(object);
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
