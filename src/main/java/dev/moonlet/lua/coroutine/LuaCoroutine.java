package dev.moonlet.lua.coroutine;

import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Bottom;
import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.Charge;
import dev.moonlet.lua.value.CoroutineClosed;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Run;
import dev.moonlet.lua.value.ScriptError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** A coroutine of a script. One that nobody references any more is garbage, wherever it stands. */
public final class LuaCoroutine extends Mortal {

    /** So many coroutines within one another are what C Lua stands. */
    private static final int MAX_DEPTH = 195;

    private final Carrier.@Nullable Kind kind;
    private final @Nullable Carrier carrier;

    /** What carries it at the moment: while it is closed, perhaps another one. */
    private @Nullable Carrier runner;

    private final Body body;
    private Status status;
    private boolean begun;
    private boolean closing;
    private boolean canceled;
    private Run run = Run.current();
    private Varargs transfer = NONE;
    private int depth;
    private @Nullable LuaCoroutine resumer;

    private LuaCoroutine(Carrier.@Nullable Kind kind, @Nullable Carrier carrier, Body body) {
        this.kind = kind;
        this.body = body;
        status = kind == null ? Status.RUNNING : Status.SUSPENDED;
        this.carrier = carrier == null && kind != null ? carry(kind, this::runBody) : carrier;
    }

    public static LuaCoroutine of(Carrier.Kind kind, LuaValue function) {
        return new LuaCoroutine(kind, null, Calls.body(function, null));
    }

    /** One that {@linkplain #begin begins} in a run that has begun, and is carried as that is. */
    public static LuaCoroutine in(Carrier carrier, Carrier.Kind kind, Body body) {
        return new LuaCoroutine(kind, carrier, body);
    }

    private static Carrier carry(Carrier.Kind kind, Runnable body) {
        return kind.carry(Carrier.Role.COROUTINE, () -> Bottom.run(body));
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
        LuaCoroutine main = new LuaCoroutine(null, null, Calls.body(NIL, null));
        run.main = main;
        return main;
    }

    public boolean isMain() {
        return carrier == null;
    }

    public boolean isYieldable() {
        return carrier != null && !closing;
    }

    /** Says whether it may yield from now on; returns whether it might. */
    public boolean mayYield(boolean may) {
        boolean might = !closing;
        closing = !may;
        return might;
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
        checkDepth();
        if (!begun) {
            Run.current().coroutineBegins();
        }
        transfer = arguments;
        switchTo(carrier);
        rethrow();
        return transfer;
    }

    /**
     * Runs the function in the run that has begun, which is over when the function yields: whoever
     * resumes it then is told how it ends.
     *
     * @throws LuaError the error that it has ended with
     */
    public void begin(Varargs arguments) {
        run = Run.current();
        run.coroutineBegins();
        Charge outer = run.charge;
        status = Status.RUNNING;
        depth = 1;
        begun = true;
        transfer = arguments;
        run.coroutine = this;
        run.charge = charge;
        Bottom.run(this::runBody);
        if (runner == null) {
            run.charge = outer;
            run.coroutine = null;
            rethrow();
        }
    }

    /** Stops the running coroutine; returns what it is resumed with. */
    public static Varargs stop(Varargs values) {
        LuaCoroutine running = running();
        if (running.carrier == null) {
            throw Failures.unplaced("attempt to yield from outside a coroutine");
        }
        if (running.closing) {
            throw Failures.unplaced("attempt to yield across a C-call boundary");
        }
        return running.suspend(running.carrier, values);
    }

    /** Has it end, closing what it has to close, as soon as it is resumed, waits or yields. */
    public void cancel() {
        canceled = true;
        if (status == Status.RUNNING || status == Status.NORMAL) {
            run.interrupt();
        }
    }

    /** Whether it is canceled, or one that has resumed it is. */
    public boolean isCanceled() {
        return canceled || (resumer != null && resumer.isCanceled());
    }

    /**
     * Ends a coroutine that is suspended or dead, closing what it has to close.
     *
     * @return the error that it has ended with before, or that closing it has raised; null if none
     */
    public @Nullable LuaValue close() {
        if (status == Status.SUSPENDED && begun && carrier != null) {
            close(carrier);
        } else if (demise.hasUnclosed() && kind != null) {
            close(carry(kind, this::closeRest));
        }
        status = Status.DEAD;
        return forget();
    }

    private void close(Carrier target) {
        checkDepth();
        closing = true;
        demise.beginClosing();
        transfer = NONE;
        switchTo(target);
        rethrowFatal();
    }

    /** Where a coroutine is suspended or has failed, the innermost call first. */
    public List<StackTraceElement> frames() {
        return carrier == null || !begun || status != Status.SUSPENDED
                ? demise.frames()
                : carrier.frames();
    }

    /** Whether it has begun and not ended. */
    public boolean hasCalls() {
        return begun && status != Status.DEAD;
    }

    /** Does something on the stack of a coroutine, unless it is one that has to return first. */
    public void look(Runnable action) {
        if (hasCalls() && status == Status.SUSPENDED && carrier != null) {
            carrier.look(action);
        }
    }

    /** Does something on each stack that waits for the running coroutine to stop. */
    public static void lookBelow(Runnable action) {
        if (Run.current().coroutine instanceof LuaCoroutine running) {
            running.lookOutside(action);
        }
    }

    private void lookOutside(Runnable action) {
        if (runner != null) {
            runner.lookOutside(() -> {
                action.run();
                if (resumer != null) {
                    resumer.lookOutside(action);
                }
            });
        }
    }

    private static void checkDepth() {
        if (Run.current().coroutine instanceof LuaCoroutine running && running.depth >= MAX_DEPTH) {
            throw ScriptError.ofAnother(valueOf("C stack overflow"));
        }
    }

    /** Calls nothing but the carrier from its first change on, for the stack may be at its end. */
    private void switchTo(Carrier target) {
        Run current = Run.current();
        LuaValue resumer = current.coroutine;
        LuaCoroutine stopped =
                (resumer == null ? current.main : resumer) instanceof LuaCoroutine other
                        ? other
                        : this;
        Charge outer = current.charge;
        try {
            stopped.status = Status.NORMAL;
            status = Status.RUNNING;
            depth = resumer == null ? 1 : stopped.depth + 1;
            begun = true;
            run = current;
            this.resumer = stopped == this ? null : stopped;
            runner = target;
            current.coroutine = this;
            current.charge = charge;
            target.run();
        } finally {
            this.resumer = null;
            runner = null;
            current.charge = outer;
            current.coroutine = resumer;
            status = status == Status.RUNNING ? Status.DEAD : status;
            stopped.status = stopped == this ? status : Status.RUNNING;
        }
    }

    private Varargs suspend(Carrier own, Varargs values) {
        if (!canceled) {
            transfer = values;
            status = Status.SUSPENDED;
            if (runner == null) {
                run.leaves(this);
            }
            try {
                own.suspend();
            } finally {
                status = Status.RUNNING;
            }
            Run.enter(run);
        }
        if (closing || canceled) {
            throw new CoroutineClosed(null);
        }
        return transfer;
    }

    private void runBody() {
        Run.enter(run);
        try {
            transfer = body.apply(transfer);
        } catch (CoroutineClosed closed) {
            error = closing || !canceled ? closed.value() : valueOf("canceled");
            boolean further = run.isEnding() || (resumer != null && resumer.isCanceled());
            escaped = further && !closing ? closed : null;
        } catch (Throwable thrown) {
            diesOf(thrown);
        } finally {
            status = Status.DEAD;
            run.coroutineEnds();
        }
    }

    private void closeRest() {
        Run.enter(run);
        closeUnclosed();
        status = Status.DEAD;
    }
}
