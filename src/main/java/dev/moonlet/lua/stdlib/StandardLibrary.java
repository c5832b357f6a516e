package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.Metatables;
import dev.moonlet.lua.value.Names;
import dev.moonlet.lua.value.Table;
import org.luaj.vm2.LuaValue;

/** The whole library, as the globals that a script finds. */
public final class StandardLibrary {

    private static final Table STRING = StringLibrary.table();

    static {
        Table ofStrings = new Table();
        ofStrings.put(Names.INDEX, STRING);
        ofStrings.put(Names.METATABLE, LuaValue.FALSE);
        ofStrings.freeze();
        Metatables.strings(ofStrings);
    }

    private StandardLibrary() {}

    public static Table globals(Surroundings around) {
        Table globals = BaseLibrary.table(around.output(), around.loader());
        add(globals, "bit32", Bit32Library.table());
        add(globals, "coroutine", CoroutineLibrary.table(around.carriers()));
        add(globals, "debug", DebugLibrary.table());
        add(globals, "math", MathLibrary.table(around.random()));
        add(globals, "os", OsLibrary.table(around.zone(), around.clock()));
        add(globals, "string", STRING);
        add(globals, "table", TableLibrary.table());
        add(globals, "utf8", Utf8Library.table());
        return globals;
    }

    private static void add(Table globals, String name, Table library) {
        globals.put(Interned.of(name), library);
    }
}
