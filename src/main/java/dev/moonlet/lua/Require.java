package dev.moonlet.lua;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Prototype;
import org.luaj.vm2.lib.OneArgFunction;

/** {@code require} of one state: the library's modules, then the program's own scripts. */
final class Require extends OneArgFunction {

    private final Program program;
    private final Environment environment;
    private final Map<String, LuaValue> modules = new HashMap<>();
    private final Set<String> loading = new LinkedHashSet<>();

    Require(Program program, Environment environment) {
        this.program = program;
        this.environment = environment;
        modules.putAll(program.library().modules());
    }

    @Override
    public LuaValue call(LuaValue name) {
        return module(name.checkjstring());
    }

    LuaValue module(String name) {
        LuaValue module = modules.get(name);
        return module == null ? load(name) : module;
    }

    private LuaValue load(String name) {
        Prototype script = program.script(name);
        if (script == null) {
            throw new LuaError("module '%s' not found".formatted(name));
        }
        if (!loading.add(name)) {
            throw new LuaError(
                    "circular dependency: %s -> %s".formatted(String.join(" -> ", loading), name));
        }
        environment.beginLoad();
        try {
            LuaValue result = new LuaClosure(script, environment).call(name);
            LuaValue module = result.isnil() ? LuaValue.TRUE : result;
            modules.put(name, module);
            return module;
        } finally {
            loading.remove(name);
            if (loading.isEmpty()) {
                environment.endLoad();
            }
        }
    }
}
