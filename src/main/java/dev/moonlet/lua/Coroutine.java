package dev.moonlet.lua;

import dev.moonlet.lua.coroutine.Carrier;
import dev.moonlet.lua.coroutine.LuaCoroutine;
import dev.moonlet.lua.memory.Holdings;
import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.CoroutineClosed;
import dev.moonlet.lua.value.Held;
import dev.moonlet.lua.value.Run;
import dev.moonlet.lua.value.Traces;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;

/**
 * A call that runs in a state and may wait for the outside: it yields a request from any depth,
 * coroutines of the script included, and is resumed with the answer, on whichever thread.
 *
 * @param <T> what the call returns
 */
public final class Coroutine<T> extends Limited implements Held {

    private final Carrier carrier;
    private final Task<T> body;
    private final Kin kin = new Kin(this);
    private Status status = Status.READY;
    private boolean canceled;
    private Runnable cancellation = () -> {};
    private @Nullable Step<T> step;
    private @Nullable Step<T> outcome;
    private @Nullable Object answer;
    private @Nullable Held held;
    private @Nullable LuaCoroutine left;
    private @Nullable String end;
    private boolean begun;
    private int place;

    private enum Status {
        READY,
        RUNNING,
        WAITING,
        ENDED
    }

    Coroutine(Tasks tasks, Task<T> body) {
        super(tasks);
        this.body = body;
        carrier = tasks.carriers().carry(Carrier.Role.RUN, this::start);
        place = tasks.add(this);
    }

    int place() {
        return place;
    }

    void moveTo(int other) {
        place = other;
    }

    /**
     * Yields a request to whoever resumes the running coroutine; called by the functions that Java
     * offers to Lua.
     *
     * @return what the coroutine is resumed with
     */
    public static @Nullable Object await(Object request) {
        if (Run.current() instanceof Coroutine<?> running) {
            return running.suspend(new Step.Yielded<>(request));
        }
        throw new IllegalStateException("awaited outside of a coroutine: " + request);
    }

    /** Waits until somebody {@linkplain #wake wakes} the running coroutine; returns the answer. */
    public static @Nullable Object park() {
        return running().suspend(new Step.Parked<>());
    }

    /** What {@code require} gives the running script for a name. */
    public static LuaValue require(String module) {
        return state().require(module);
    }

    /** Counts what the running call prints, and kills it if that is too much. */
    public static void countOutput(long bytes) {
        running().tasks.allowance().print(bytes);
    }

    /** The state that the calling thread runs in. */
    static State state() {
        State state = running().tasks.state();
        if (state != null) {
            return state;
        }
        throw new IllegalStateException("no state runs here");
    }

    /** The run that the calling thread is in. */
    public static Coroutine<?> running() {
        if (Run.current() instanceof Coroutine<?> running) {
            return running;
        }
        throw new IllegalStateException("nothing runs here");
    }

    /** Has a coroutine that waits go on when its turn comes; nothing happens to any other. */
    public void wake(@Nullable Object with) {
        if (status == Status.WAITING) {
            status = Status.READY;
            answer = with;
            cancellation = () -> {};
            tasks.goesOn(this);
        }
    }

    /** Ends the coroutine where it waits, closing what it has to close. */
    public void cancel() {
        if (canceled || (status == Status.ENDED && left == null)) {
            return;
        }
        canceled = true;
        if (left == null) {
            interrupt();
        } else {
            left.cancel();
            tasks.close(left);
        }
        kin.cancelChildren();
    }

    @Override
    public void overflowed() {
        carrier.settle();
    }

    @Override
    public void interrupt() {
        cancellation.run();
        wake(null);
    }

    Kin kin() {
        return kin;
    }

    /** Says what is to be done if this is canceled before it goes on. */
    public void onCancel(Runnable action) {
        cancellation = action;
    }

    /** Where in a script it stands, as far as that is known. */
    public String where() {
        return Traces.of(left == null ? carrier.frames() : left.frames());
    }

    /** Whether the call has yielded as a coroutine of the script does. */
    public boolean hasLeft() {
        return left != null;
    }

    /** The coroutine of the script that the call is, from here on. */
    LuaCoroutine asScript(Body called) {
        return LuaCoroutine.in(carrier, tasks.carriers(), called);
    }

    @Override
    public void leaves(LuaValue yielded) {
        left = (LuaCoroutine) yielded;
        step = new Step.Left<>();
        status = Status.ENDED;
    }

    /** Remembers where the call stands, if that is the coroutine which it has yielded in. */
    void isClosed(LuaValue closed) {
        end = closed == left ? where() : end;
    }

    /** Where the call stood when a script closed it; null if none has. */
    @Nullable String closedAt() {
        return end;
    }

    /** The call has come to its end, in whichever coroutine. */
    void isOver() {
        left = null;
        kin.leave();
    }

    /** What has become of the call, whichever coroutine it has come to its end in. */
    public @Nullable Step<T> outcome() {
        return outcome;
    }

    void comesTo(Step<T> end) {
        outcome = end;
    }

    @Override
    public boolean isEnding() {
        return canceled;
    }

    /** Runs on with the answer that it was {@linkplain #wake woken} with. */
    public Step<T> goOn() {
        return resume(answer);
    }

    /** Runs on until the call returns, fails or yields; the first answer is not looked at. */
    public Step<T> resume(@Nullable Object answer) {
        if (status == Status.ENDED) {
            throw new IllegalStateException("the coroutine has ended");
        }
        this.answer = answer;
        begun = true;
        status = Status.RUNNING;
        Run resumer = Run.enter(this);
        tasks.meter().enter();
        try {
            Leg.run(carrier);
        } finally {
            tasks.meter().leave();
            Run.enter(resumer);
            if (status == Status.ENDED) {
                this.answer = null;
                if (left == null) {
                    kin.leave();
                }
                tasks.remove(this);
            }
        }
        return Objects.requireNonNull(step, "a coroutine stopped without a step");
    }

    /** Ends a coroutine that will not be resumed any more. */
    public void abandon() {
        if (status != Status.ENDED) {
            status = Status.ENDED;
            carrier.abandon();
            tasks.remove(this);
        }
    }

    /** What has been used by all of the {@link #tasks}, once they are over. */
    public Usage usage() {
        return tasks.usage();
    }

    /** Says what of the script this holds until it begins. */
    void holds(Held content) {
        held = content;
    }

    /** Adds what a coroutine holds that does not run. */
    void look(Holdings holdings, String bottom) {
        holdings.add(held).add(kin);
        if (begun && status != Status.RUNNING) {
            Run looking = Run.enter(this);
            try {
                carrier.look(() -> holdings.addCalls(bottom));
            } finally {
                Run.enter(looking);
            }
        }
    }

    private @Nullable Object suspend(Step<T> next) {
        checkCanceled();
        tasks.rest();
        step = next;
        status = Status.WAITING;
        try {
            carrier.suspend();
        } catch (StackOverflowError deep) {
            status = Status.RUNNING;
            throw deep;
        }
        Run.enter(this);
        tasks.allowance().isDue();
        check();
        checkCanceled();
        return answer;
    }

    void checkCanceled() {
        if (canceled || (coroutine instanceof LuaCoroutine running && running.isCanceled())) {
            throw new CoroutineClosed(null);
        }
    }

    private void start() {
        Run.enter(this);
        try {
            State state = tasks.state();
            step = state == null ? body.run(this) : state.run(body, this);
        } finally {
            status = Status.ENDED;
        }
    }
}
