package dev.moonlet.lua;

import dev.moonlet.lua.value.Names;
import dev.moonlet.lua.value.Table;
import java.util.HashMap;
import java.util.Map;
import org.luaj.vm2.LuaValue;

/**
 * The globals of a state: one table, which holds the library and what the program has defined while
 * it was loaded. What an invocation sets beyond that is gone after {@link #reset}.
 */
final class Environment {

    private static final Table PROTECTED = new Table();

    static {
        PROTECTED.put(Names.METATABLE, LuaValue.FALSE);
        PROTECTED.freeze();
    }

    private final Table library;
    private final Table globals = new Table();
    private final Table program = new Table();

    Environment(Table library) {
        this.library = library;
        clear();
    }

    /** Forgets what the program and the invocation have set. */
    void clear() {
        restore(library);
    }

    Table globals() {
        return globals;
    }

    /** Makes what the globals are now what they are after a reset. */
    void keep() {
        program.restore(globals);
    }

    /** Forgets what the invocation has set. */
    void reset() {
        restore(program);
    }

    private void restore(Table source) {
        globals.restore(source);
        globals.metatable(PROTECTED);
    }

    /**
     * Lets a script define globals for good, apart from those that an invocation has set before.
     */
    void load(Runnable script) {
        Map<LuaValue, LuaValue> ofInvocation = differences();
        reset();
        try {
            script.run();
        } finally {
            keep();
            ofInvocation.forEach(globals::rawset);
        }
    }

    private Map<LuaValue, LuaValue> differences() {
        Map<LuaValue, LuaValue> differences = new HashMap<>();
        for (LuaValue key : globals.keys()) {
            if (globals.rawget(key) != program.rawget(key)) {
                differences.put(key, globals.rawget(key));
            }
        }
        for (LuaValue key : program.keys()) {
            if (globals.rawget(key) == LuaValue.NIL) {
                differences.put(key, LuaValue.NIL);
            }
        }
        return differences;
    }
}
