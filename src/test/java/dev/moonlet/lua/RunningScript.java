package dev.moonlet.lua;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moonlet.lua.coroutine.Carrier;
import dev.moonlet.lua.stdlib.Loader;
import dev.moonlet.lua.stdlib.RandomState;
import dev.moonlet.lua.stdlib.StandardLibrary;
import dev.moonlet.lua.stdlib.Surroundings;
import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.Table;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Runs scripts with the whole library, and functions of a test, on one kind of carrier. */
final class RunningScript {

    private final Carrier.Kind kind;
    private final Loader loader = new ScriptLoader(this::globals);
    private final Table globals;

    RunningScript(Carrier.Kind kind) {
        this.kind = kind;
        RandomState random = new RandomState();
        globals =
                StandardLibrary.globals(
                        new Surroundings(
                                _ -> {},
                                loader,
                                kind,
                                () -> random,
                                ZoneOffset.UTC,
                                InstantSource.system()));
        define("await", values -> answer(Coroutine.await(values.arg1().tojstring())));
    }

    static Stream<Named<Carrier.Kind>> kinds() {
        return Stream.of(
                Named.of("continuation", Carrier.Kind.CONTINUATION),
                Named.of("thread", Carrier.Kind.THREAD));
    }

    /** A call that may await the outside. */
    Coroutine<String> call(String script) {
        return new Coroutine<>(
                new Tasks(kind, null, Limits.NONE.withTime(Duration.ofDays(1))),
                _ -> new Step.Returned<>(run(script).tojstring()));
    }

    LuaValue run(String script) {
        try {
            return Calls.call(loader.load(script.getBytes(UTF_8), "test", null));
        } catch (Loader.Refused refused) {
            throw new IllegalArgumentException(refused);
        }
    }

    private static LuaValue answer(@Nullable Object answer) {
        return LuaValue.valueOf(String.valueOf(answer));
    }

    private Table globals() {
        return globals;
    }

    /** Adds a global function. */
    void define(String name, UnaryOperator<Varargs> body) {
        globals.put(
                Interned.of(name),
                new Body() {
                    @Override
                    public Varargs apply(Varargs values) {
                        return body.apply(values);
                    }
                }.function());
    }
}
