package dev.moonlet.lua.stdlib;

import static dev.moonlet.lua.stdlib.LibraryFunction.define;

import dev.moonlet.lua.coroutine.Carrier;
import dev.moonlet.lua.coroutine.LuaCoroutine;
import dev.moonlet.lua.coroutine.Status;
import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.CoroutineClosed;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Run;
import dev.moonlet.lua.value.ScriptError;
import dev.moonlet.lua.value.Strings;
import dev.moonlet.lua.value.Table;
import dev.moonlet.lua.value.Traces;
import java.util.Locale;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** The table {@code coroutine}. */
final class CoroutineLibrary {

    private final Carrier.Kind carriers;

    private CoroutineLibrary(Carrier.Kind carriers) {
        this.carriers = carriers;
    }

    static Table table(Carrier.Kind carriers) {
        CoroutineLibrary library = new CoroutineLibrary(carriers);
        Table table = new Table();
        define(table, "create", library::create);
        define(table, "wrap", library::wrap);
        define(table, "resume", CoroutineLibrary::resume);
        define(table, "yield", new Yield());
        define(table, "status", CoroutineLibrary::status);
        define(table, "running", CoroutineLibrary::running);
        define(table, "isyieldable", CoroutineLibrary::isYieldable);
        define(table, "close", CoroutineLibrary::close);
        return table;
    }

    private LuaValue create(Arguments arguments) {
        return LuaCoroutine.of(carriers, arguments.function(1));
    }

    private LuaValue wrap(Arguments arguments) {
        return new Wrapped(LuaCoroutine.of(carriers, arguments.function(1))).function();
    }

    private static Varargs resume(Arguments arguments) {
        LuaCoroutine coroutine = coroutine(arguments);
        try {
            return LuaValue.varargsOf(LuaValue.TRUE, coroutine.resume(arguments.from(2)));
        } catch (CoroutineClosed closed) {
            throw closed;
        } catch (LuaError error) {
            return LuaValue.varargsOf(LuaValue.FALSE, ScriptError.value(error));
        }
    }

    private static LuaValue status(Arguments arguments) {
        Status status = coroutine(arguments).status();
        return LuaValue.valueOf(status.name().toLowerCase(Locale.ROOT));
    }

    private static Varargs running(Arguments arguments) {
        LuaCoroutine running = LuaCoroutine.running();
        return LuaValue.varargsOf(running, LuaValue.valueOf(running.isMain()));
    }

    private static LuaValue isYieldable(Arguments arguments) {
        LuaCoroutine asked = arguments.isNone(1) ? LuaCoroutine.running() : coroutine(arguments);
        return LuaValue.valueOf(asked.isYieldable());
    }

    private static Varargs close(Arguments arguments) {
        LuaCoroutine coroutine = coroutine(arguments);
        switch (coroutine.status()) {
            case RUNNING -> throw Failures.of("cannot close a running coroutine");
            case NORMAL -> throw Failures.of("cannot close a normal coroutine");
            default -> {}
        }
        Run.current().closes(coroutine);
        LuaValue error = coroutine.close();
        return error == null ? LuaValue.TRUE : LuaValue.varargsOf(LuaValue.FALSE, error);
    }

    private static LuaCoroutine coroutine(Arguments arguments) {
        if (arguments.value(1) instanceof LuaCoroutine coroutine) {
            return coroutine;
        }
        throw arguments.unexpected(1, "thread");
    }

    /** {@code coroutine.yield}. */
    private static final class Yield extends Body {

        @Override
        public Varargs apply(Varargs values) {
            return LuaCoroutine.stop(values);
        }
    }

    /** What {@code coroutine.wrap} returns: resumes, and raises the coroutine's errors again. */
    private static final class Wrapped extends Body {

        private final LuaCoroutine coroutine;

        Wrapped(LuaCoroutine coroutine) {
            this.coroutine = coroutine;
        }

        @Override
        public Varargs apply(Varargs arguments) {
            try {
                return coroutine.resume(arguments);
            } catch (CoroutineClosed closed) {
                throw closed;
            } catch (LuaError error) {
                throw new ScriptError(placed(closed(ScriptError.value(error))));
            }
        }

        /** The error after what the coroutine has left open is closed. */
        private LuaValue closed(LuaValue error) {
            LuaValue last = coroutine.status() == Status.DEAD ? coroutine.close() : null;
            return last == null ? error : last;
        }

        private static LuaValue placed(LuaValue error) {
            return error instanceof LuaString text
                    ? Strings.concat(LuaValue.valueOf(Traces.here(1)), text, null, null)
                    : error;
        }
    }
}
