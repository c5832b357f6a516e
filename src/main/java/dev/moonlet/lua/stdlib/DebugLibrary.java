package dev.moonlet.lua.stdlib;

import static dev.moonlet.lua.stdlib.LibraryFunction.define;

import dev.moonlet.lua.coroutine.LuaCoroutine;
import dev.moonlet.lua.value.Conversions;
import dev.moonlet.lua.value.Table;
import dev.moonlet.lua.value.Traceback;
import org.luaj.vm2.LuaValue;

/** The one function of {@code debug} that tells without letting its caller change anything. */
final class DebugLibrary {

    private DebugLibrary() {}

    static Table table() {
        Table debug = new Table();
        define(debug, "traceback", DebugLibrary::traceback);
        return debug;
    }

    /** Of a coroutine, if one comes first. A message that is no text comes back as it is. */
    private static LuaValue traceback(Arguments arguments) {
        boolean another = arguments.value(1) instanceof LuaCoroutine;
        int first = another ? 2 : 1;
        LuaValue message = arguments.value(first);
        LuaValue text = Conversions.toText(message);
        if (text == LuaValue.NIL && message != LuaValue.NIL) {
            return message;
        }
        String trace =
                arguments.value(1) instanceof LuaCoroutine coroutine
                                && coroutine != LuaCoroutine.running()
                        ? Traceback.of(coroutine.frames(), arguments.integer(first + 1, 0))
                        : Traceback.from(arguments.integer(first + 1, another ? 0 : 1));
        return text == LuaValue.NIL
                ? LuaValue.valueOf(trace)
                : new Buffer(0).add(text.strvalue()).add(LuaValue.valueOf("\n" + trace)).text();
    }
}
