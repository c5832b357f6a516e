package dev.moonlet.lua.stdlib;

import static dev.moonlet.lua.stdlib.LibraryFunction.define;

import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.Table;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;

/** {@code os}, as far as it is about time: nothing of the machine is to be seen or changed. */
public final class OsLibrary {

    private OsLibrary() {}

    /**
     * A table of the functions.
     *
     * @param zone what scripts take for local time
     * @param clock tells what time it is
     */
    public static Table table(ZoneId zone, InstantSource clock) {
        Table table = new Table();
        long start = System.nanoTime();
        define(table, "clock", _ -> secondsSince(start));
        define(table, "date", new Date(zone, clock)::apply);
        define(table, "difftime", OsLibrary::difference);
        define(table, "time", new Time(zone, clock)::apply);
        return table;
    }

    /** Elapsed time rather than the processor's, and no finer than a millisecond. */
    private static LuaFloat secondsSince(long start) {
        return LuaFloat.of(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 1000.0);
    }

    private static LuaFloat difference(Arguments arguments) {
        return LuaFloat.of((double) arguments.integer(1) - arguments.integer(2));
    }
}
