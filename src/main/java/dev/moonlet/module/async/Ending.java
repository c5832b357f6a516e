package dev.moonlet.module.async;

import dev.moonlet.lua.Sequel;
import dev.moonlet.lua.value.Held;
import dev.moonlet.lua.value.ScriptError;
import dev.moonlet.module.ErrorValue;
import dev.moonlet.operation.Kind;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * How a function ended: with results, of which nil and an error are a failure, or with an error.
 */
final class Ending implements Sequel, Held {

    private final Consumer<Ending> then;
    private @Nullable Varargs results;
    private @Nullable LuaValue raised;
    private boolean canceled;

    /**
     * Nothing has ended yet.
     *
     * @param then what is to be done when it has
     */
    Ending(Consumer<Ending> then) {
        this.then = then;
    }

    @Override
    public void returned(Varargs values) {
        results = values;
        then.accept(this);
    }

    @Override
    public boolean failed(LuaValue error) {
        raised = error;
        then.accept(this);
        return true;
    }

    @Override
    public void canceled() {
        canceled = true;
        then.accept(this);
    }

    boolean isOver() {
        return results != null || raised != null || canceled;
    }

    boolean isCanceled() {
        return canceled;
    }

    /** Whether it ended as it should. */
    boolean isGood() {
        return results != null && !isFailure(results);
    }

    boolean isBad() {
        return raised != null || (results != null && isFailure(results));
    }

    private static boolean isFailure(Varargs results) {
        return results.arg1() == LuaValue.NIL && ErrorValue.TYPE.fits(results.arg(2));
    }

    /** Passes it on: its results are returned, its error is raised. */
    Varargs passOn() {
        if (raised != null) {
            throw ScriptError.ofAnother(raised);
        }
        return results == null ? ErrorValue.failure(Kind.CANCELED, "canceled") : results;
    }

    /** Tells it: its results, or nil and its error. */
    Varargs tell() {
        return raised == null
                ? passOn()
                : LuaValue.varargsOf(LuaValue.NIL, ErrorValue.ofRaised(raised));
    }
}
