package dev.moonlet.lua.stdlib;

import static dev.moonlet.lua.stdlib.LibraryFunction.define;

import dev.moonlet.lua.value.Comparison;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.Table;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * {@code table}, with {@code getn} and {@code maxn}, which scripts for Lua 5.1 use. Its {@code
 * foreach} and {@code foreachi} were old then, and are not there.
 */
public final class TableLibrary {

    private TableLibrary() {}

    /** A table of the functions. */
    public static Table table() {
        Table table = new Table();
        define(table, "concat", Concat::apply);
        define(table, "move", Move::apply);
        define(table, "pack", Unpack::pack);
        define(table, "sort", Sort::apply);
        define(table, "getn", arguments -> LuaInt.of(new Items(arguments.table(1)).count()));
        define(table, "maxn", TableLibrary::greatestKey);
        define(table, "insert", new Insert());
        define(table, "remove", new Remove());
        define(table, "unpack", new Unpack());
        return table;
    }

    /** The greatest number that is a key, or 0. */
    private static LuaValue greatestKey(Arguments arguments) {
        Table table = arguments.table(1);
        LuaValue greatest = LuaInt.of(0);
        Varargs entry = table.next(LuaValue.NIL);
        while (entry.arg1() != LuaValue.NIL) {
            Poll.poll();
            if (entry.arg1() instanceof LuaNumber key && Comparison.less(greatest, key)) {
                greatest = key;
            }
            entry = table.next(entry.arg1());
        }
        return greatest;
    }
}
