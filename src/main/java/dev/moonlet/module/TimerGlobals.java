package dev.moonlet.module;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Sequel;
import dev.moonlet.lua.Tasks;
import dev.moonlet.lua.Timer;
import dev.moonlet.lua.value.Held;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.module.signature.Types;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** The timers of scripts: {@code setTimeout} and {@code setInterval}, and what ends them. */
final class TimerGlobals {

    private TimerGlobals() {}

    static Map<String, LuaValue> all() {
        Map<String, LuaValue> all = new HashMap<>();
        all.put("setTimeout", setter("setTimeout", TimerGlobals::timeout));
        all.put("setInterval", setter("setInterval", TimerGlobals::interval));
        all.put("clearTimeout", clearer("clearTimeout"));
        all.put("clearInterval", clearer("clearInterval"));
        return all;
    }

    private static LuaValue setter(String name, ModuleFunction.Action action) {
        return ModuleFunction.named(name)
                .takes("callback", Types.FUNCTION)
                .takes("duration", Durations.TYPE, LuaInt.of(0))
                .takesRest(Types.ANY)
                .returns(Types.INTEGER)
                .does(action)
                .value();
    }

    private static LuaValue clearer(String name) {
        return ModuleFunction.named(name).takes("id", Types.ANY).does(TimerGlobals::clear).value();
    }

    private static LuaValue timeout(Arguments given) {
        Tasks tasks = Coroutine.running().tasks();
        long id = tasks.timers().nextId();
        new Setting(tasks, id, Timer.Kind.TIMEOUT, given).add();
        return LuaInt.of(id);
    }

    private static LuaValue interval(Arguments given) {
        Tasks tasks = Coroutine.running().tasks();
        long id = tasks.timers().nextId();
        Setting setting = new Setting(tasks, id, Timer.Kind.INTERVAL, given);
        tasks.timers().repeat(id);
        setting.add();
        return LuaInt.of(id);
    }

    private static Varargs clear(Arguments given) {
        if (given.value(1) instanceof LuaInt id) {
            Coroutine.running().tasks().timers().clear(id.value);
        }
        return LuaValue.NONE;
    }

    /** A timer that calls a function; one that repeats is set again when the function has ended. */
    private static final class Setting implements Sequel, Held {

        private final Tasks tasks;
        private final long id;
        private final Timer.Kind kind;
        private final LuaValue callback;
        private final Varargs arguments;
        private final Duration duration;

        Setting(Tasks tasks, long id, Timer.Kind kind, Arguments given) {
            this.tasks = tasks;
            this.id = id;
            this.kind = kind;
            callback = given.value(1);
            arguments = given.from(3);
            duration = Durations.of(given, 2);
        }

        void add() {
            tasks.timers().add(new Timer(id, kind, tasks.in(duration), this, this::call));
        }

        private void call() {
            tasks.begin(callback, arguments, this);
        }

        private void again() {
            if (tasks.timers().repeats(id)) {
                add();
            }
        }

        @Override
        public void returned(Varargs results) {
            again();
        }

        @Override
        public boolean failed(LuaValue error) {
            again();
            return false;
        }

        @Override
        public void canceled() {
            tasks.timers().clear(id);
        }
    }
}
