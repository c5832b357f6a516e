package dev.moonlet.lua;

import dev.moonlet.lua.coroutine.LuaCoroutine;
import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.CoroutineClosed;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Held;
import dev.moonlet.lua.value.ScriptError;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * A function that is called in a coroutine of its own, in which it may yield as in any other: who
 * has the coroutine resumes it.
 */
final class Callback extends Body implements Held, Task<Boolean> {

    private final Sequel sequel;
    private LuaValue called;
    private Varargs arguments;
    private @Nullable Coroutine<?> own;
    private boolean ended;
    private boolean told;

    Callback(LuaValue called, Varargs arguments, Sequel sequel) {
        this.called = called;
        this.arguments = arguments;
        this.sequel = sequel;
    }

    /** Calls the function; an error that somebody is told of ends here. */
    @Override
    public Step<Boolean> run(Coroutine<Boolean> run) {
        LuaCoroutine coroutine = run.asScript(this);
        own = run;
        try {
            coroutine.begin(given());
        } catch (CoroutineClosed canceled) {
            throw canceled;
        } catch (LuaError error) {
            LuaValue last = coroutine.close();
            if (!isTold(error)) {
                throw last == null ? error : ScriptError.ofAnother(last);
            }
        }
        return new Step.Returned<>(true);
    }

    /** From here on it is the function's own business what it holds of them. */
    private Varargs given() {
        Varargs given = arguments;
        arguments = LuaValue.NONE;
        return given;
    }

    /** Whether somebody knows of an error, be it that the function could not begin. */
    private boolean isTold(LuaError error) {
        if (!ended) {
            fail(ScriptError.value(error));
        }
        return told;
    }

    @Override
    public Varargs apply(Varargs values) {
        try {
            LuaValue function = called;
            called = LuaValue.NIL;
            Coroutine.running().checkCanceled();
            Varargs results = Calls.apply(function, values);
            end(false);
            sequel.returned(results);
            return results;
        } catch (CoroutineClosed closed) {
            end(true);
            sequel.canceled();
            throw closed;
        } catch (LuaError error) {
            fail(ScriptError.value(error));
            throw error;
        } catch (StackOverflowError overflow) {
            fail(Failures.overflow(overflow));
            throw overflow;
        }
    }

    private void fail(LuaValue error) {
        end(true);
        told = sequel.failed(error);
    }

    /**
     * Cancels what it has begun, unless it ends well; not what another coroutine has begun, in
     * which it has been resumed or closed.
     */
    private void end(boolean badly) {
        ended = true;
        if (own != null && badly) {
            own.kin().cancelChildren();
        }
        if (own != null) {
            own.isOver();
        }
    }
}
