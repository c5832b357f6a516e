package dev.moonlet.module;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.Names;
import dev.moonlet.lua.value.Table;
import java.util.Map;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Fields that are modules, each required by the script that reads it. */
final class Group extends Body {

    private static final LuaString META = Interned.of("_meta");
    private static final LuaString DESCRIPTION = Interned.of("description");
    private static final LuaString NAME = Interned.of("name");

    private final Map<String, String> modules;

    /**
     * A group.
     *
     * @param modules the modules' names by their fields
     */
    Group(Map<String, String> modules) {
        this.modules = Map.copyOf(modules);
    }

    /** Lets a table show the modules, and tell what it is. */
    void open(Table table, Definition definition) {
        Table meta = new Table();
        meta.put(NAME, Text.of(definition.name()));
        meta.put(DESCRIPTION, Text.of(definition.description()));
        table.put(META, meta);
        Table metatable = new Table();
        metatable.put(Names.INDEX, function());
        metatable.put(Names.METATABLE, LuaValue.FALSE);
        table.metatable(metatable);
    }

    @Override
    public Varargs apply(Varargs tableAndField) {
        String module =
                tableAndField.arg(2) instanceof LuaString field
                        ? modules.get(Text.of(field))
                        : null;
        return module == null ? LuaValue.NIL : Coroutine.require(module);
    }
}
