package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.ScriptError;
import dev.moonlet.lua.value.Table;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;

/**
 * Calls and what they come to, as lua5.4 has printed it: {@code max(1, 2) --> 2}; behind an
 * exclamation mark the error, behind a bar the tables among the arguments as the call left them.
 */
final class Expectations {

    private static final String ARROW = " -->";

    private final Table library;

    Expectations(Table library) {
        this.library = library;
    }

    /** The lines again, with what the calls in them come to here. */
    String again(String lines) {
        return lines.lines()
                .map(line -> line.substring(0, line.indexOf(ARROW)))
                .map(call -> (call + ARROW + " " + outcome(call)).stripTrailing())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** The outcome of one call. */
    String outcome(String call) {
        int parenthesis = call.indexOf('(');
        LuaValue function = library.get(LuaValue.valueOf(call.substring(0, parenthesis)));
        LuaValue[] arguments =
                Literals.read(call.substring(parenthesis + 1, call.lastIndexOf(')')));
        return (result(function, arguments) + tables(arguments)).strip();
    }

    private static String result(LuaValue function, LuaValue[] arguments) {
        try {
            return Shown.all(Calls.apply(function, LuaValue.varargsOf(arguments)));
        } catch (LuaError error) {
            return "! " + ScriptError.value(error).tojstring();
        }
    }

    private static String tables(LuaValue[] arguments) {
        return Stream.of(arguments)
                .filter(Table.class::isInstance)
                .map(table -> " | " + Shown.one(table))
                .collect(Collectors.joining());
    }
}
