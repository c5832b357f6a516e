package dev.moonlet.module.actionbus;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Table;
import java.util.ArrayList;
import java.util.List;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** The actions that the running script and those that it has loaded have registered. */
final class OwnActions {

    private static final String PREFIX = "actionbus.";

    private final Table registry = Coroutine.running().tasks().registry();

    /** The function of a name, or nil. */
    LuaValue named(String name) {
        return registry.rawget(key(name));
    }

    void put(String name, LuaValue function) {
        registry.rawset(key(name), function);
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (LuaValue key : registry.keys()) {
            if (key instanceof LuaString text && Text.of(text).startsWith(PREFIX)) {
                names.add(Text.of(text).substring(PREFIX.length()));
            }
        }
        return names;
    }

    private static LuaString key(String name) {
        return Text.of(PREFIX + name);
    }
}
