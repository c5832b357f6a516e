package dev.moonlet.lua.compiler;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moonlet.lua.syntax.Parser;
import dev.moonlet.lua.syntax.SyntaxError;
import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.ScriptError;
import dev.moonlet.lua.value.Strings;
import dev.moonlet.lua.value.Table;
import java.util.StringJoiner;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Compiles and runs scripts for tests, with as much of a library as they need. */
final class Lua {

    private final Table globals = new Table();
    private final StringBuilder printed = new StringBuilder();

    Lua() {
        define("print", this::print);
        define("pcall", Lua::pcall);
        define("select", Lua::select);
        define("error", Lua::error);
        define("type", arguments -> LuaValue.valueOf(arguments.arg1().typename()));
        define("tostring", arguments -> Strings.text(arguments.arg1()));
        define("setmetatable", Lua::setmetatable);
        define("next", arguments -> ((Table) arguments.arg1()).next(arguments.arg(2)));
        define("pairs", this::pairs);
    }

    /** What a script prints, and the error that it ends with. */
    static String output(String script) {
        Lua lua = new Lua();
        try {

            Compiler.compile("test.lua", Parser.parse("test.lua", script.getBytes(UTF_8)))
                    .main(lua.globals)
                    .call();
        } catch (SyntaxError error) {
            lua.printed.append(error.getMessage()).append('\n');
        } catch (LuaError error) {
            lua.printed.append("error: ").append(error.getMessage()).append('\n');
        }
        return lua.printed.toString();
    }

    private interface Action {
        Varargs apply(Varargs arguments);
    }

    private void define(String name, Action body) {
        globals.put(
                Interned.of(name),
                new Body() {
                    @Override
                    public Varargs apply(Varargs arguments) {
                        return body.apply(arguments);
                    }
                }.function());
    }

    private Varargs print(Varargs values) {
        StringJoiner line = new StringJoiner("\t", "", "\n");
        for (int i = 1; i <= values.narg(); i++) {
            line.add(Strings.text(values.arg(i)).tojstring());
        }
        printed.append(line);
        return LuaValue.NONE;
    }

    private static Varargs pcall(Varargs arguments) {
        try {
            Varargs results = Calls.apply(arguments.arg1(), arguments.subargs(2));
            return LuaValue.varargsOf(LuaValue.TRUE, results);
        } catch (LuaError error) {
            return LuaValue.varargsOf(LuaValue.FALSE, error.getMessageObject());
        }
    }

    private static Varargs select(Varargs arguments) {
        return arguments.arg1() instanceof LuaInt index
                ? arguments.subargs((int) index.value + 1)
                : LuaInt.of(arguments.narg() - 1L);
    }

    private static Varargs error(Varargs arguments) {
        throw arguments.arg1().type() == LuaValue.TSTRING
                ? Failures.of(arguments.arg1().tojstring())
                : new ScriptError(arguments.arg1());
    }

    private static Varargs setmetatable(Varargs arguments) {
        Table table = (Table) arguments.arg1();
        table.metatable(arguments.arg(2) instanceof Table metatable ? metatable : null);
        return table;
    }

    private Varargs pairs(Varargs arguments) {
        return LuaValue.varargsOf(globals.get(Interned.of("next")), arguments.arg1(), LuaValue.NIL);
    }
}
