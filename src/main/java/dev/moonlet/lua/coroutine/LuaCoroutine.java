package dev.moonlet.lua.coroutine;

import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.CoroutineClosed;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.MessageHandler;
import dev.moonlet.lua.value.Run;
import dev.moonlet.lua.value.ScriptError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** A coroutine of a script. One that nobody references any more is garbage, wherever it stands. */
public final class LuaCoroutine extends LuaValue {

    /** What a coroutine does. */
    public enum Status {
        SUSPENDED,
        RUNNING,
        /** It has resumed the one that runs. */
        NORMAL,
        DEAD
    }

    private final @Nullable Carrier carrier;
    private final LuaValue function;
    private Status status;
    private boolean begun;
    private boolean closing;
    private Run run = Run.current();
    private Varargs transfer = NONE;
    private @Nullable MessageHandler handler;
    private @Nullable LuaValue error;
    private @Nullable Throwable escaped;

    private LuaCoroutine(Carrier.@Nullable Kind kind, LuaValue function) {
        this.function = function;
        status = kind == null ? Status.RUNNING : Status.SUSPENDED;
        carrier = kind == null ? null : kind.carry(Carrier.Role.COROUTINE, this::runBody);
    }

    public static LuaCoroutine of(Carrier.Kind kind, LuaValue function) {
        return new LuaCoroutine(kind, function);
    }

    /** The coroutine that runs; the script itself is one that can't be resumed. */
    public static LuaCoroutine running() {
        Run run = Run.current();
        if (run.coroutine instanceof LuaCoroutine coroutine) {
            return coroutine;
        }
        if (run.main instanceof LuaCoroutine main) {
            return main;
        }
        LuaCoroutine main = new LuaCoroutine(null, NIL);
        run.main = main;
        return main;
    }

    public boolean isMain() {
        return carrier == null;
    }

    public Status status() {
        return status;
    }

    /**
     * Runs on until the coroutine yields or returns.
     *
     * @return what it yields or returns
     * @throws LuaError the error that it has ended with
     */
    public Varargs resume(Varargs arguments) {
        if (status != Status.SUSPENDED || carrier == null) {
            String what = status == Status.DEAD ? "dead" : "non-suspended";
            throw ScriptError.ofAnother(valueOf("cannot resume " + what + " coroutine"));
        }
        transfer = arguments;
        switchTo(carrier);
        rethrow();
        if (error != null) {
            throw ScriptError.ofAnother(error);
        }
        return transfer;
    }

    /** Stops the running coroutine; returns what it is resumed with. */
    public static Varargs stop(Varargs values) {
        LuaCoroutine running = running();
        if (running.carrier == null) {
            throw Failures.of("attempt to yield from outside a coroutine");
        }
        if (running.closing) {
            throw Failures.of("attempt to yield across a C-call boundary");
        }
        return running.suspend(running.carrier, values);
    }

    /**
     * Ends a coroutine that is suspended or dead, closing what it has to close.
     *
     * @return the error that it has ended with before, or that closing it has raised; null if none
     */
    public @Nullable LuaValue close() {
        if (status == Status.SUSPENDED && begun && carrier != null) {
            closing = true;
            transfer = NONE;
            switchTo(carrier);
            rethrow();
        }
        status = Status.DEAD;
        LuaValue last = error;
        error = null;
        return last;
    }

    /** Where a suspended coroutine is, the innermost call first. */
    public List<StackTraceElement> frames() {
        return carrier == null || !begun || status != Status.SUSPENDED
                ? List.of()
                : carrier.frames();
    }

    private void switchTo(Carrier target) {
        Run current = Run.current();
        LuaValue resumer = current.coroutine;
        setStatus(resumer, Status.NORMAL);
        status = Status.RUNNING;
        begun = true;
        run = current;
        current.coroutine = this;
        MessageHandler outer = current.handler(handler);
        try {
            target.run();
        } finally {
            current.handler(outer);
            current.coroutine = resumer;
            setStatus(resumer, Status.RUNNING);
        }
    }

    private static void setStatus(@Nullable LuaValue coroutine, Status status) {
        if (coroutine instanceof LuaCoroutine other) {
            other.status = status;
        }
    }

    private Varargs suspend(Carrier own, Varargs values) {
        transfer = values;
        status = Status.SUSPENDED;
        handler = run.handler(null);
        own.suspend();
        Run.enter(run);
        if (closing) {
            throw new CoroutineClosed(null);
        }
        return transfer;
    }

    private void runBody() {
        Run.enter(run);
        try {
            transfer = Calls.apply(function, transfer);
        } catch (CoroutineClosed closed) {
            error = closed.value();
        } catch (LuaError raised) {
            error = ScriptError.value(raised);
        } catch (StackOverflowError overflow) {
            error = Failures.overflow(overflow);
        } catch (Throwable other) {
            escaped = other;
        } finally {
            status = Status.DEAD;
        }
    }

    /** Throws on what is no error of a script, a kill above all. */
    private void rethrow() {
        Throwable thrown = escaped;
        escaped = null;
        if (thrown instanceof Error fatal) {
            throw fatal;
        }
        if (thrown instanceof RuntimeException broken) {
            throw broken;
        }
    }

    @Override
    public int type() {
        return TTHREAD;
    }

    @Override
    public String typename() {
        return "thread";
    }
}
