package dev.moonlet.lua;

import dev.moonlet.lua.coroutine.Carrier;
import dev.moonlet.lua.coroutine.LuaCoroutine;
import dev.moonlet.lua.coroutine.Status;
import dev.moonlet.lua.memory.Holdings;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.Run;
import dev.moonlet.lua.value.Table;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * The coroutines of one invocation, which run in turns and have one allowance, and the timers that
 * begin others. Only the thread that has the state may touch them.
 */
public final class Tasks extends Endings {

    /** About what one takes beside its stack. */
    private static final long COROUTINE = 400;

    private final Carrier.Kind carriers;
    private final @Nullable State state;
    private final Limits limits;
    private final Meter meter;
    private final Allowance allowance;
    private final List<Coroutine<?>> live = new ArrayList<>(1);
    private final Deque<Coroutine<?>> ready = new ArrayDeque<>(1);
    private final Timers timers = new Timers();
    private Runner runner = new Nobody();
    private @Nullable Coroutine<?> handler;
    private @Nullable Usage usage;

    Tasks(Carrier.Kind carriers, @Nullable State state, Limits limits) {
        this.carriers = carriers;
        this.state = state;
        this.limits = limits;
        meter = new Meter(carriers == Carrier.Kind.CONTINUATION);
        Heap heap = state == null ? new Heap(List::of) : state.heap();
        allowance = new Allowance(limits, meter, heap, this);
        if (state != null) {
            Watchdog.guard(allowance);
        }
    }

    /** Says who runs them. */
    public void runBy(Runner chosen) {
        runner = chosen;
    }

    /** From here on the invocation is a stream, whose time is limited by itself. */
    public void stream() {
        allowance.time().stream();
        runner.prolong(limits.stream());
    }

    /** How they end when their time is over. */
    public Failure timeOut(String place) {
        return allowance.time().timeOut(place);
    }

    /** The stream has come to its next message. */
    public void message() {
        allowance.time().message();
    }

    /** Has something done between two turns, from any thread; nothing is done once all is over. */
    public void post(Runnable action) {
        runner.post(action);
    }

    public long now() {
        return runner.now();
    }

    public Timers timers() {
        return timers;
    }

    /**
     * What modules keep for the script, by names that begin with the module's. It goes as globals
     * go: what is put there while a script loads is the state's, anything else is gone with the
     * invocation.
     */
    public Table registry() {
        return Objects.requireNonNull(state).registry();
    }

    /** Calls a function beside those that run, when its turn comes. */
    public Coroutine<?> begin(LuaValue function, Varargs arguments, Sequel sequel) {
        Poll.poll();
        Callback callback = new Callback(function, arguments, sequel);
        Coroutine<Boolean> coroutine = new Coroutine<>(this, callback);
        coroutine.holds(callback);
        if (Run.current() instanceof Coroutine<?> parent) {
            coroutine.kin().isChildOf(parent.kin());
        }
        ready.addLast(coroutine);
        return coroutine;
    }

    /** Closes a coroutine of the script beside those that run, unless it has ended by then. */
    void close(LuaCoroutine suspended) {
        ready.addLast(
                new Coroutine<>(
                        this,
                        _ -> {
                            if (suspended.status() == Status.SUSPENDED) {
                                suspended.close();
                            }
                            return new Step.Returned<>(true);
                        }));
    }

    /** Adds what the others hold while one of them runs. */
    void look(Holdings holdings, String bottom) {
        timers.look(holdings);
        holdings.addBytes(COROUTINE * live.size());
        for (Coroutine<?> each : live) {
            each.look(holdings, bottom);
        }
    }

    /** Has the running coroutine wait for so long. */
    public void sleep(Duration duration) {
        Coroutine<?> sleeper = Coroutine.running();
        Timer alarm = after(duration, () -> sleeper.wake(null));
        try {
            Coroutine.park();
        } finally {
            timers.cancel(alarm);
        }
    }

    /** Has something done in so long. */
    public Timer after(Duration duration, Runnable action) {
        Timer timer =
                new Timer(timers.nextId(), Timer.Kind.SLEEP, in(duration), LuaValue.NIL, action);
        timers.add(timer);
        return timer;
    }

    /** When it is that much later than now. */
    public long in(Duration duration) {
        return now() + Limits.finite(duration).toNanos();
    }

    /** Whoever is to go on next, those first whose timers are due; null if nobody is ready. */
    public @Nullable Coroutine<?> next() {
        if (!timers.isEmpty()) {
            timers.fire(now());
        }
        return ready.pollFirst();
    }

    /** Whether all is over: nothing can happen any more, or for nobody. */
    public boolean isOver() {
        return live.isEmpty() && timers.isEmpty() && !mayBeResumed();
    }

    /** Whether the handler has yielded, and a function that listens may resume it. */
    private boolean mayBeResumed() {
        return handler != null && handler.hasLeft() && handler.outcome() == null && sources() > 0;
    }

    /** A script closes a coroutine: it should be told where its handler has stood. */
    void closes(LuaValue closed) {
        if (handler != null) {
            handler.isClosed(closed);
        }
    }

    /** Whether nobody is ready and no timer runs. */
    public boolean areQuiet() {
        return ready.isEmpty() && timers.isEmpty();
    }

    /** Cancels all of them, and drops the timers. */
    public void cancel() {
        timers.clear();
        List.copyOf(live).forEach(Coroutine::cancel);
    }

    /** Ends all of them where they are. */
    public void abandon() {
        timers.clear();
        ready.clear();
        List.copyOf(live).forEach(Coroutine::abandon);
        settle();
    }

    /** Has the invocation killed as soon as it runs, from any thread. */
    public void kill() {
        allowance.cancel();
    }

    /** What has been used, once they are over. */
    public Usage usage() {
        if (usage == null) {
            throw new IllegalStateException("the coroutine has not ended");
        }
        return usage;
    }

    /**
     * One of them is to wait, but not in the midst of a script that loads: others would run there.
     */
    void rest() {
        if (state != null && state.isLoading()) {
            throw Failures.of("a script can't wait while it loads");
        }
        allowance.rest();
    }

    Carrier.Kind carriers() {
        return carriers;
    }

    @Nullable State state() {
        return state;
    }

    Meter meter() {
        return meter;
    }

    Allowance allowance() {
        return allowance;
    }

    /** Returns where it stands, for {@link #remove}. */
    int add(Coroutine<?> coroutine) {
        handler = handler == null ? coroutine : handler;
        live.add(coroutine);
        return live.size() - 1;
    }

    void goesOn(Coroutine<?> coroutine) {
        ready.addLast(coroutine);
    }

    void remove(Coroutine<?> coroutine) {
        Coroutine<?> last = live.removeLast();
        if (last != coroutine) {
            live.set(coroutine.place(), last);
            last.moveTo(coroutine.place());
        }
        if (isOver()) {
            settle();
        }
    }

    private void settle() {
        endAll();
        if (usage == null) {
            usage = allowance.settle();
        }
    }

    /** Those of a state that runs without a loop. */
    private static final class Nobody implements Runner {

        @Override
        public long now() {
            return System.nanoTime();
        }

        @Override
        public void post(Runnable action) {}

        @Override
        public void prolong(Duration time) {}
    }
}
