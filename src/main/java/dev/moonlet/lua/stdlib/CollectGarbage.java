package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.LuaInt;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * {@code collectgarbage}, which collects nothing: Java does, for all states at once. Its answers
 * let scripts go on that wait for a collection, and tell nothing of the service's memory.
 */
final class CollectGarbage {

    private static final LuaString COLLECT = LuaValue.valueOf("collect");

    private CollectGarbage() {}

    static Varargs apply(Arguments arguments) {
        String option = Failures.excerpt(arguments.string(1, COLLECT));
        return switch (option) {
            case "collect", "stop", "restart" -> LuaInt.of(0);
            case "count" -> LuaFloat.of(0);
            case "step", "isrunning" -> LuaValue.TRUE;
            case "setpause" -> LuaInt.of(200);
            case "setstepmul" -> LuaInt.of(100);
            case "incremental", "generational" -> LuaValue.valueOf("incremental");
            default -> throw arguments.failure(1, "invalid option '" + option + "'");
        };
    }
}
