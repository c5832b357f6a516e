package dev.moonlet.lua;

import dev.moonlet.lua.coroutine.Carrier;
import dev.moonlet.lua.stdlib.StandardLibrary;
import dev.moonlet.lua.stdlib.Surroundings;
import dev.moonlet.lua.value.Headroom;
import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.Table;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** What every state of a program shares: the standard library and the modules, all frozen. */
public final class Library {

    private final Table globals;
    private final ModuleSource modules;
    private final Carrier.Kind carriers;

    /**
     * A library for one profile.
     *
     * @param modules what {@code require} finds before a program's scripts
     * @param output where {@code print} goes, a line at a time
     */
    public Library(ModuleSource modules, Consumer<String> output) {
        this(modules, output, Map.of());
    }

    /**
     * A library with more globals than the standard ones.
     *
     * @param more by their names; tables are frozen from now on
     */
    public Library(
            ModuleSource modules, Consumer<String> output, Map<String, ? extends LuaValue> more) {
        this(modules, output, more, Carrier.best());
    }

    Library(ModuleSource modules, Consumer<String> output, Carrier.Kind carriers) {
        this(modules, output, Map.of(), carriers);
    }

    private Library(
            ModuleSource modules,
            Consumer<String> output,
            Map<String, ? extends LuaValue> more,
            Carrier.Kind carriers) {
        this.modules = modules;
        this.carriers = carriers;
        globals =
                StandardLibrary.globals(
                        new Surroundings(
                                line -> print(line, output),
                                new ScriptLoader(() -> Coroutine.state().globals()),
                                carriers,
                                () -> Coroutine.state().random(),
                                ZoneId.systemDefault(),
                                InstantSource.system()));
        more.forEach((name, value) -> globals.put(Interned.of(name), value));
        globals.freezeDeeply();
    }

    private static void print(LuaString line, Consumer<String> output) {
        Coroutine.countOutput(line.m_length);
        Headroom.check();
        output.accept(Text.of(line));
    }

    /** To be copied by each state, for nobody can change it. */
    Table globals() {
        return globals;
    }

    /** What the runs of states and the coroutines in them are carried by. */
    Carrier.Kind carriers() {
        return carriers;
    }

    @Nullable Table module(String name) {
        return modules.find(name);
    }
}
