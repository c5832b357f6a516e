package dev.moonlet.lua.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;

/**
 * In charge of the errors that nothing in a coroutine catches: it ends with the first. Where that
 * happened can still be asked, and what was to be closed stays open until the coroutine is closed.
 */
public final class Demise extends MessageHandler {

    private final List<UnaryOperator<LuaError>> unclosed = new ArrayList<>();
    private List<StackTraceElement> frames = List.of();
    private boolean closing;

    public Demise() {
        super(LuaValue.NIL);
    }

    @Override
    LuaValue handle(LuaValue value) {
        if (!closing) {
            frames = Traces.frames(1);
        }
        return value;
    }

    /** A stack that is too deep is unwound before anyone is asked. */
    public void overflow(StackOverflowError error) {
        frames = List.of(error.getStackTrace());
    }

    /** Whether a value is closed later; the closing is what becomes of the error. */
    boolean keep(UnaryOperator<LuaError> closing) {
        return !this.closing && unclosed.add(closing);
    }

    public boolean hasUnclosed() {
        return !unclosed.isEmpty();
    }

    /** From now on values are closed at once. */
    public void beginClosing() {
        closing = true;
    }

    /** A coroutine that is closed is nowhere any more. */
    public void forget() {
        frames = List.of();
    }

    /**
     * Closes what is still open, the innermost first; returns the error of the last that failed.
     */
    public @Nullable LuaValue close(@Nullable LuaValue error) {
        LuaError last = ScriptError.ofAnother(error == null ? LuaValue.NIL : error);
        for (UnaryOperator<LuaError> next : unclosed) {
            last = next.apply(last);
        }
        unclosed.clear();
        return ScriptError.value(last);
    }

    /** Where the error was, the innermost call first. */
    public List<StackTraceElement> frames() {
        return frames;
    }
}
