package dev.moonlet.lua;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.BaseLib;
import org.luaj.vm2.lib.Bit32Lib;
import org.luaj.vm2.lib.StringLib;
import org.luaj.vm2.lib.TableLib;
import org.luaj.vm2.lib.VarArgFunction;
import org.luaj.vm2.lib.jse.JseMathLib;

/** What every state of a program shares: the standard library and the modules, all frozen. */
public final class Library {

    private static final List<String> BASE =
            List.of(
                    "assert",
                    "error",
                    "getmetatable",
                    "ipairs",
                    "next",
                    "pairs",
                    "pcall",
                    "rawequal",
                    "rawget",
                    "rawlen",
                    "rawset",
                    "select",
                    "setmetatable",
                    "tonumber",
                    "tostring",
                    "type",
                    "bit32",
                    "math",
                    "string",
                    "table");

    private final LuaTable globals;
    private final Map<String, LuaValue> modules = new TreeMap<>();

    /**
     * A library for one profile.
     *
     * @param modules the tables that {@code require} finds, by name
     * @param output where {@code print} goes, a line at a time
     */
    public Library(Map<String, LuaTable> modules, Consumer<String> output) {
        modules.forEach((name, table) -> this.modules.put(name, FrozenTable.of(table)));
        globals = standardLibrary(output);
    }

    LuaTable globals() {
        return globals;
    }

    Map<String, LuaValue> modules() {
        return modules;
    }

    private static LuaTable standardLibrary(Consumer<String> output) {
        LuaTable source = Standard.GLOBALS;
        LuaTable chosen = new LuaTable();
        BASE.forEach(name -> chosen.set(name, source.get(name)));
        chosen.set("_VERSION", "Lua 5.2");
        chosen.set("print", new Print(output));
        return FrozenTable.of(chosen);
    }

    /**
     * LuaJ's own library, loaded once: loading it also sets the metatable that all strings share.
     */
    private static final class Standard {

        static final Globals GLOBALS = load();

        private static Globals load() {
            Globals globals = new Globals();
            globals.set("package", LuaValue.tableOf(new LuaValue[] {s("loaded"), new LuaTable()}));
            globals.load(new BaseLib());
            globals.load(new Bit32Lib());
            globals.load(new TableLib());
            globals.load(new JseMathLib());
            globals.load(new StringLib());
            globals.get("string").set("dump", LuaValue.NIL);
            globals.get("math").set("randomseed", LuaValue.NIL);
            LuaTable shared = new LuaTable();
            shared.set("__index", FrozenTable.of(globals.get("string").checktable()));
            shared.set("__metatable", LuaValue.FALSE);
            LuaString.s_metatable = FrozenTable.of(shared);
            return globals;
        }

        private static LuaString s(String text) {
            return LuaValue.valueOf(text);
        }
    }

    /** {@code print}: one line for each call, its values by {@code tostring}, tabs between. */
    private static final class Print extends VarArgFunction {

        private final Consumer<String> output;

        Print(Consumer<String> output) {
            this.output = output;
        }

        @Override
        public Varargs invoke(Varargs values) {
            LuaValue tostring = Standard.GLOBALS.get("tostring");
            StringBuilder line = new StringBuilder();
            for (int i = 1; i <= values.narg(); i++) {
                line.append(i > 1 ? "\t" : "").append(text(tostring.call(values.arg(i))));
            }
            output.accept(line.toString());
            return NONE;
        }

        private static String text(LuaValue value) {
            if (!value.isstring()) {
                throw new LuaError("'tostring' must return a string");
            }
            return value.tojstring();
        }
    }
}
