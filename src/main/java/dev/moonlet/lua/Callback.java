package dev.moonlet.lua;

import dev.moonlet.lua.coroutine.Carrier;
import dev.moonlet.lua.coroutine.LuaCoroutine;
import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.CoroutineClosed;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Held;
import dev.moonlet.lua.value.ScriptError;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * A function that is called in a coroutine of its own, in which it may yield as in any other: who
 * has the coroutine resumes it.
 */
final class Callback extends Body implements Held {

    private final LuaValue called;
    private final Varargs arguments;
    private final Sequel sequel;
    private boolean told;

    Callback(LuaValue called, Varargs arguments, Sequel sequel) {
        this.called = called;
        this.arguments = arguments;
        this.sequel = sequel;
    }

    /** Calls the function; an error that the sequel is content with ends here. */
    Step<Boolean> run(Carrier.Kind carriers) {
        LuaCoroutine coroutine = LuaCoroutine.of(carriers, function());
        try {
            coroutine.resume(arguments);
        } catch (CoroutineClosed canceled) {
            throw canceled;
        } catch (LuaError error) {
            LuaValue last = coroutine.close();
            if (!told) {
                throw last == null ? error : ScriptError.ofAnother(last);
            }
        }
        return coroutine.hasCalls() ? new Step.Left<>() : new Step.Returned<>(true);
    }

    @Override
    public Varargs apply(Varargs values) {
        try {
            Coroutine.running().checkCanceled();
            Varargs results = Calls.apply(called, values);
            sequel.returned(results);
            return results;
        } catch (CoroutineClosed closed) {
            sequel.canceled();
            throw closed;
        } catch (LuaError error) {
            told = sequel.failed(ScriptError.value(error));
            throw error;
        } catch (StackOverflowError overflow) {
            LuaValue error = Failures.overflow(overflow);
            told = sequel.failed(error);
            throw ScriptError.ofAnother(error);
        }
    }
}
