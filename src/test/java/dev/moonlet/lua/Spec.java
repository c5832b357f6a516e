package dev.moonlet.lua;

import dev.moonlet.lua.coroutine.Carrier;
import dev.moonlet.lua.stdlib.Loader;
import dev.moonlet.lua.stdlib.RandomState;
import dev.moonlet.lua.stdlib.StandardLibrary;
import dev.moonlet.lua.stdlib.Surroundings;
import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** A spec in Lua, loaded into globals of its own with {@code describe}, {@code it} and so on. */
final class Spec {

    private static final Path LIBRARY = Path.of("src/test/resources/dev/moonlet/lua/spec.lua");

    private final Loader loader = new ScriptLoader(this::globals);
    private final Table globals;
    private final List<Child> children;

    /**
     * Loads a spec.
     *
     * @param carriers what its coroutines run on
     */
    Spec(Path file, Carrier.Kind carriers) {
        globals = newGlobals(carriers);
        try {
            Table library = (Table) Calls.call(load(LIBRARY));
            for (String name : List.of("describe", "it", "expect")) {
                globals.put(Interned.of(name), library.get(Interned.of(name)));
            }
            Calls.call(load(file));
            children = children(library);
        } catch (LuaError | Loader.Refused | IOException reason) {
            throw new Broken(reason);
        }
    }

    /** A part of a spec. */
    sealed interface Child {}

    /** What a {@code describe} holds. */
    record Group(String name, List<Child> children) implements Child {}

    /** An {@code it}. */
    record Fact(String name, LuaValue run) implements Child {

        /** What is wrong with the script and the line, if something is. */
        Optional<String> failure() {
            return Calls.call(run) instanceof LuaString message
                    ? Optional.of(Text.of(message))
                    : Optional.empty();
        }
    }

    /** A spec is no Lua, or fails before any of its facts could be tried. */
    static final class Broken extends RuntimeException {

        Broken(Exception reason) {
            super(reason.getMessage(), reason);
        }
    }

    List<Child> children() {
        return children;
    }

    private LuaValue load(Path file) throws IOException, Loader.Refused {
        return loader.load(Files.readAllBytes(file), file.getFileName().toString(), null);
    }

    private Table globals() {
        return globals;
    }

    private Table newGlobals(Carrier.Kind carriers) {
        RandomState random = new RandomState();
        Table table =
                StandardLibrary.globals(
                        new Surroundings(
                                _ -> {},
                                loader,
                                carriers,
                                () -> random,
                                ZoneOffset.UTC,
                                InstantSource.system()));
        table.put(Interned.of("_G"), table);
        return table;
    }

    private static List<Child> children(Table group) {
        Table list = (Table) group.get(Interned.of("children"));
        return LongStream.rangeClosed(1, list.length())
                .mapToObj(i -> child((Table) list.get(i)))
                .toList();
    }

    private static Child child(Table child) {
        String name = child.get(Interned.of("name")).tojstring();
        LuaValue run = child.get(Interned.of("run"));
        return run == LuaValue.NIL ? new Group(name, children(child)) : new Fact(name, run);
    }
}
