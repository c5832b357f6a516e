package dev.moonlet.lua;

import dev.moonlet.lua.compiler.Compiler.Code;
import dev.moonlet.lua.coroutine.LuaCoroutine;
import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code require} of one state: the library's modules, then the program's own scripts. */
final class Require extends Body {

    private final Program program;
    private final Environment environment;
    private final Map<String, LuaValue> loaded = new HashMap<>();
    private final List<String> loading = new ArrayList<>(1);

    Require(Program program, Environment environment) {
        this.program = program;
        this.environment = environment;
    }

    @Override
    public Varargs apply(Varargs arguments) {
        LuaValue name = arguments.arg1();
        if (!(name instanceof LuaString text)) {
            throw Failures.argument(
                    1, "require", "string expected, got " + Failures.typeName(name));
        }
        return module(Text.of(text));
    }

    /** The modules that were asked for here, and what the scripts that have run have returned. */
    Map<String, LuaValue> loaded() {
        return loaded;
    }

    boolean isLoading() {
        return !loading.isEmpty();
    }

    /** Forgets them. */
    void clear() {
        loaded.clear();
    }

    LuaValue module(String name) {
        LuaValue known = loaded.get(name);
        if (known != null) {
            return known;
        }
        Table module = program.library().module(name);
        if (module != null) {
            loaded.put(name, module);
            return module;
        }
        return load(name);
    }

    private LuaValue load(String name) {
        Code script = program.script(name);
        if (script == null) {
            throw Failures.of("module '%s' not found".formatted(name));
        }
        if (loading.contains(name)) {
            throw Failures.of(
                    "circular dependency: %s -> %s".formatted(String.join(" -> ", loading), name));
        }
        loading.add(name);
        LuaCoroutine running = LuaCoroutine.running();
        boolean might = running.mayYield(false);
        try {
            if (loading.size() == 1) {
                environment.load(() -> run(name, script));
            } else {
                run(name, script);
            }
        } finally {
            loading.remove(name);
            running.mayYield(might);
        }
        return loaded.getOrDefault(name, LuaValue.TRUE);
    }

    private void run(String name, Code script) {
        LuaValue result = script.main(environment.globals()).body.call(Text.of(name));
        loaded.put(name, result == LuaValue.NIL ? LuaValue.TRUE : result);
    }
}
