package dev.moonlet.module;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Tasks;
import dev.moonlet.lua.Timer;
import java.time.Duration;
import java.util.Optional;
import org.luaj.vm2.LuaValue;

/** Has the running coroutine wait for something that other threads tell, without holding any. */
public final class Waiting {

    private final Coroutine<?> waiter = Coroutine.running();
    private final Tasks tasks = waiter.tasks();
    private boolean parked;
    private boolean told;
    private boolean late;

    /** Tells it, from any thread, be it before it waits. */
    public void tell() {
        tasks.post(() -> {
            told = true;
            goOn();
        });
    }

    /**
     * Waits until it is told; returns whether it was.
     *
     * @param most for how long at most
     * @param end what ends that it is told, done in any case
     */
    public boolean await(Optional<Duration> most, Runnable end) {
        tasks.listen(end);
        long id = tasks.timers().nextId();
        most.ifPresent(time ->
                tasks.timers()
                        .add(
                                new Timer(
                                        id,
                                        Timer.Kind.SLEEP,
                                        tasks.in(time),
                                        LuaValue.NIL,
                                        this::isLate)));
        try {
            while (!told && !late) {
                parked = true;
                Coroutine.park();
                parked = false;
            }
        } finally {
            parked = false;
            tasks.timers().clear(id);
            tasks.hush(end);
        }
        return told;
    }

    private void isLate() {
        late = true;
        goOn();
    }

    /** Only where it waits here: elsewhere it waits for something else. */
    private void goOn() {
        if (parked) {
            waiter.wake(null);
        }
    }
}
