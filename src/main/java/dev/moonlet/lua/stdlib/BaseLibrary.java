package dev.moonlet.lua.stdlib;

import static dev.moonlet.lua.stdlib.LibraryFunction.define;

import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.Table;
import java.util.function.Consumer;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * The functions that are globals themselves, with {@code unpack} and {@code loadstring}, which
 * scripts for Lua 5.1 call by these names. {@code setfenv} and {@code getfenv} can't be had.
 */
public final class BaseLibrary {

    private BaseLibrary() {}

    /**
     * A table of the functions.
     *
     * @param output where {@code print} goes, a line at a time and without its end
     * @param loader what {@code load} compiles with
     */
    public static Table table(Consumer<LuaString> output, Loader loader) {
        Table table = new Table();
        addAccess(table);
        addConversions(table);
        addControl(table);
        define(table, "print", new Print(output)::apply);
        define(table, "load", new Load(loader)::apply);
        define(table, "loadstring", new Load(loader)::apply);
        table.put(Interned.of("_VERSION"), LuaValue.valueOf("Lua 5.4"));
        return table;
    }

    private static void addAccess(Table table) {
        define(table, "getmetatable", MetatableFunctions::get);
        define(table, "setmetatable", MetatableFunctions::set);
        define(table, "ipairs", Iteration::ipairs);
        define(table, "pairs", Iteration::pairs);
        define(table, "next", Iteration.NEXT);
        define(table, "rawequal", Raw::equal);
        define(table, "rawget", Raw::get);
        define(table, "rawlen", Raw::length);
        define(table, "rawset", Raw::set);
    }

    private static void addConversions(Table table) {
        define(table, "tonumber", new ToNumber());
        define(table, "tostring", new ToString());
        define(table, "type", new Type());
    }

    private static void addControl(Table table) {
        define(table, "assert", new Errors.Assert());
        define(
                table,
                "error",
                arguments -> {
                    throw Errors.raised(arguments);
                });
        define(table, "pcall", Errors::protectedCall);
        define(table, "xpcall", Errors::handledCall);
        define(table, "select", new Select());
        define(table, "unpack", new Unpack());
        define(table, "collectgarbage", CollectGarbage::apply);
    }
}
