package dev.moonlet.module.async;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Tasks;
import dev.moonlet.lua.Timer;
import dev.moonlet.lua.value.Held;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;

/** Waits for the first of several things that can happen at channels. */
final class Selection implements Held {

    private final Coroutine<?> coroutine = Coroutine.running();
    private final List<Case> cases;
    private @Nullable Choice choice;
    private boolean over;

    private Selection(List<Case> cases) {
        this.cases = cases;
    }

    /**
     * What may happen.
     *
     * @param value what is sent; null if something is received
     */
    record Case(Channel channel, @Nullable LuaValue value) implements Held {

        static Case sending(Channel channel, LuaValue value) {
            return new Case(channel, value);
        }

        static Case receiving(Channel channel) {
            return new Case(channel, null);
        }

        private @Nullable Choice now(int index) {
            if (value == null) {
                return channel.receives(index);
            }
            return channel.sends(value) ? new Choice(index, LuaValue.NIL, true) : null;
        }

        private void waits(Selection selection, int index) {
            LuaValue sent = value == null ? LuaValue.NIL : value;
            channel.waits(new Offer(selection, index, sent), value != null);
        }
    }

    /**
     * What has happened.
     *
     * @param index which case, from 1
     * @param value what was received
     * @param open whether the channel was
     */
    record Choice(int index, LuaValue value, boolean open) implements Held {}

    static Selection of(Case one) {
        return of(List.of(one));
    }

    static Selection of(List<Case> cases) {
        return new Selection(cases);
    }

    /** Waits until something happens. */
    Choice choose() {
        return choose(Optional.empty()).orElseThrow();
    }

    /** Waits for so long at most. */
    Optional<Choice> choose(Optional<Duration> patience) {
        Choice now = now();
        if (now != null || patience.filter(Duration::isZero).isPresent()) {
            return Optional.ofNullable(now);
        }
        for (int i = 0; i < cases.size(); i++) {
            cases.get(i).waits(this, i + 1);
        }
        Tasks tasks = coroutine.tasks();
        Optional<Timer> alarm = patience.map(most -> tasks.after(most, this::end));
        try {
            while (!over) {
                Coroutine.park();
            }
        } finally {
            over = true;
            alarm.ifPresent(tasks.timers()::cancel);
        }
        checkSent();
        return Optional.ofNullable(choice);
    }

    private @Nullable Choice now() {
        for (int i = 0; i < cases.size(); i++) {
            Choice now = cases.get(i).now(i + 1);
            if (now != null) {
                return now;
            }
        }
        return null;
    }

    /** A channel that is closed takes nothing. */
    private void checkSent() {
        if (choice != null && !choice.open && cases.get(choice.index - 1).value() != null) {
            cases.get(choice.index - 1).channel().checkOpen();
        }
    }

    boolean isOver() {
        return over;
    }

    /** Something has happened. */
    void choose(Choice happened) {
        if (!over) {
            choice = happened;
            end();
        }
    }

    private void end() {
        over = true;
        coroutine.wake(null);
    }
}
