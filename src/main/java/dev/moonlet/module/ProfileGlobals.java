package dev.moonlet.module;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Strings;
import dev.moonlet.lua.value.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** What scripts see of their profile: {@code profile}, {@code PROFILE} and {@code trace}. */
final class ProfileGlobals {

    private ProfileGlobals() {}

    /**
     * The globals of a profile's scripts.
     *
     * @param memory what they may hold, the operator's cap considered
     * @param output where {@code trace} goes, if the profile has it
     */
    static Map<String, LuaValue> of(Profile profile, long memory, Consumer<String> output) {
        Table features = new Table();
        for (Feature feature : Feature.values()) {
            boolean on = profile.features().contains(feature);
            features.put(Interned.of(feature.word()), LuaValue.valueOf(on));
        }
        Table table = new Table();
        table.put(Interned.of("name"), Text.of(profile.name()));
        table.put(Interned.of("memory_limit"), LuaInt.of(memory));
        table.put(Interned.of("features"), features);
        boolean debug = profile.features().contains(Feature.DEBUG);
        Map<String, LuaValue> globals = new HashMap<>();
        globals.put("profile", table);
        globals.put("PROFILE", Text.of(profile.name()));
        globals.put("trace", (debug ? new Trace(output) : new NoTrace()).function());
        if (profile.features().contains(Feature.ASYNC)) {
            globals.putAll(TimerGlobals.all());
        }
        return globals;
    }

    private static final class Trace extends Body {

        private final Consumer<String> output;

        Trace(Consumer<String> output) {
            this.output = output;
        }

        @Override
        public Varargs apply(Varargs arguments) {
            LuaString message = Strings.text(arguments.arg1());
            Coroutine.countOutput(message.m_length);
            output.accept("[TRACE] " + Text.of(message));
            return LuaValue.NONE;
        }
    }

    private static final class NoTrace extends Body {

        @Override
        public Varargs apply(Varargs arguments) {
            return LuaValue.NONE;
        }
    }
}
