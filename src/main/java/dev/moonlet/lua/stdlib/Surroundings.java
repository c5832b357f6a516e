package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.coroutine.Carrier;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.luaj.vm2.LuaString;

/**
 * What the library takes from outside.
 *
 * @param output where {@code print} goes, a line at a time and without its end
 * @param loader what {@code load} compiles with
 * @param carriers what coroutines run on
 * @param random finds the random numbers of the state that runs
 */
public record Surroundings(
        Consumer<LuaString> output,
        Loader loader,
        Carrier.Kind carriers,
        Supplier<RandomState> random,
        ZoneId zone,
        InstantSource clock) {}
