package dev.moonlet.lua.coroutine;

import dev.moonlet.lua.value.Charge;
import dev.moonlet.lua.value.Demise;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.ScriptError;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;

/** What a coroutine ends with, if it does not return: an error of the script, or more than that. */
abstract class Mortal extends LuaValue {

    final Demise demise = new Demise();
    final Charge charge = new Charge(demise);
    @Nullable LuaValue error;
    @Nullable Throwable escaped;

    final void diesOf(Throwable thrown) {
        switch (thrown) {
            case LuaError raised -> error = ScriptError.value(raised);
            case StackOverflowError overflow -> {
                error = Failures.overflow(overflow);
                demise.overflow(overflow);
            }
            default -> escaped = thrown;
        }
    }

    final void closeUnclosed() {
        try {
            error = demise.close(error);
        } catch (Throwable other) {
            escaped = other;
        }
    }

    final void rethrow() {
        rethrowFatal();
        if (error != null) {
            throw ScriptError.ofAnother(error);
        }
    }

    /** Throws on what is no error of a script, a kill above all. */
    final void rethrowFatal() {
        Throwable thrown = escaped;
        escaped = null;
        Carrier.rethrow(thrown);
    }

    /** It is nowhere any more; returns the error that it has ended with. */
    final @Nullable LuaValue forget() {
        demise.forget();
        LuaValue last = error;
        error = null;
        return last;
    }

    @Override
    public final int type() {
        return TTHREAD;
    }

    @Override
    public final String typename() {
        return "thread";
    }
}
