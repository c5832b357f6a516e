package dev.moonlet.module.async;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Sequel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * Functions that run beside one another for one that waits for them: they end before it goes on.
 */
final class Group {

    private final Coroutine<?> parent = Coroutine.running();
    private final List<Coroutine<?>> members = new ArrayList<>();
    private int open;

    /** Calls a function when its turn comes. */
    void begin(LuaValue function, Varargs arguments, Sequel sequel) {
        open++;
        members.add(parent.tasks().begin(function, arguments, new Counted(sequel)));
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
        members.forEach(Coroutine::cancel);
        await(() -> false);
    }

    /** Counts one that ends. */
    private final class Counted implements Sequel {

        private final Sequel sequel;

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
            look();
        }
    }
}
