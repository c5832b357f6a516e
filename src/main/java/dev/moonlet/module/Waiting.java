package dev.moonlet.module;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Tasks;
import dev.moonlet.lua.Timer;
import java.time.Duration;
import java.util.Optional;

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
     * Waits until it is told, so long at most; returns whether it was. Meanwhile the tasks have to
     * {@linkplain Tasks#listen listen}.
     */
    public boolean await(Optional<Duration> most) {
        Optional<Timer> alarm = most.map(time -> tasks.after(time, this::isLate));
        try {
            while (!told && !late) {
                parked = true;
                Coroutine.park();
                parked = false;
            }
        } finally {
            parked = false;
            alarm.ifPresent(tasks.timers()::cancel);
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
