package dev.moonlet.lua;

import dev.moonlet.lua.value.Names;
import dev.moonlet.lua.value.Table;
import java.util.Map;
import org.luaj.vm2.LuaValue;

/**
 * The globals of a state: one table, which holds the library and what the program has defined while
 * it was loaded. What an invocation sets beyond that is gone after {@link #reset}. Beside it, and
 * just so, a registry of what modules keep for scripts, which no script sees.
 */
final class Environment {

    private static final Table PROTECTED = new Table();

    private static final Table NOTHING = new Table();

    static {
        PROTECTED.put(Names.METATABLE, LuaValue.FALSE);
        PROTECTED.freeze();
        NOTHING.freeze();
    }

    private final Table library;
    private final Layer globals = new Layer();
    private final Layer registry = new Layer();

    Environment(Table library) {
        this.library = library;
        clear();
    }

    /** Forgets what the program and the invocation have set. */
    void clear() {
        globals.begin(library);
        registry.begin(NOTHING);
        protect();
    }

    Table globals() {
        return globals.table();
    }

    Table registry() {
        return registry.table();
    }

    /** Makes what there is now what there is after a reset. */
    void keep() {
        globals.keep();
        registry.keep();
    }

    /** Forgets what the invocation has set. */
    void reset() {
        globals.reset();
        registry.reset();
        protect();
    }

    private void protect() {
        globals.table().metatable(PROTECTED);
    }

    /** Lets a script define things for good, apart from those that an invocation has set before. */
    void load(Runnable script) {
        Map<LuaValue, LuaValue> globalsOfInvocation = globals.differences();
        Map<LuaValue, LuaValue> registryOfInvocation = registry.differences();
        reset();
        try {
            script.run();
        } finally {
            keep();
            globalsOfInvocation.forEach(globals.table()::rawset);
            registryOfInvocation.forEach(registry.table()::rawset);
        }
    }
}
