package dev.moonlet.module.async;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Sequel;
import dev.moonlet.lua.value.Held;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * Functions that run beside one another for one that waits for them: they end before it goes on.
 */
final class Group implements Held {

    private final Coroutine<?> parent = Coroutine.running();
    private final Set<Coroutine<?>> members = new LinkedHashSet<>();
    private int open;

    /** Calls a function when its turn comes. */
    void begin(LuaValue function, Varargs arguments, Sequel sequel) {
        open++;
        Counted counted = new Counted(sequel);
        counted.member = parent.tasks().begin(function, arguments, counted);
        members.add(counted.member);
    }

    /** Has the parent look again whether it has to wait. */
    void look() {
        parent.wake(null);
    }

    /** How many have not ended. */
    int open() {
        return open;
    }

    /** Waits until there is enough, or all have ended. */
    void await(BooleanSupplier enough) {
        while (open > 0 && !enough.getAsBoolean()) {
            Coroutine.park();
        }
    }

    /** Cancels those that go on, and waits until they have ended. */
    void close() {
        List.copyOf(members).forEach(Coroutine::cancel);
        await(() -> false);
    }

    /** Counts one that ends. */
    private final class Counted implements Sequel, Held {

        private final Sequel sequel;
        private @Nullable Coroutine<?> member;

        Counted(Sequel sequel) {
            this.sequel = sequel;
        }

        @Override
        public void returned(Varargs results) {
            sequel.returned(results);
            ended();
        }

        @Override
        public boolean failed(LuaValue error) {
            boolean told = sequel.failed(error);
            ended();
            return told;
        }

        @Override
        public void canceled() {
            sequel.canceled();
            ended();
        }

        private void ended() {
            open--;
            members.remove(member);
            look();
        }
    }
}
