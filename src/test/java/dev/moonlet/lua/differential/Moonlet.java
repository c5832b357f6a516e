package dev.moonlet.lua.differential;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.moonlet.lua.compiler.Compiler;
import dev.moonlet.lua.coroutine.Carrier;
import dev.moonlet.lua.stdlib.Loader;
import dev.moonlet.lua.stdlib.RandomState;
import dev.moonlet.lua.stdlib.StandardLibrary;
import dev.moonlet.lua.stdlib.Surroundings;
import dev.moonlet.lua.syntax.Parser;
import dev.moonlet.lua.syntax.SyntaxError;
import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.Function;
import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.ProtectedCall;
import dev.moonlet.lua.value.Table;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Moonlet itself: every program finds globals of its own. */
final class Moonlet implements Implementation {

    /** What C Lua does not have, or what its programs do not see here. */
    private static final List<String> ADDED =
            List.of("bit32", "collectgarbage", "debug", "loadstring", "os", "unpack");

    private static final long STACK = 64L << 20;

    /** Nothing that is compared takes nearly so long. */
    private static final long PATIENCE_IN_MILLISECONDS = 60_000;

    private final Compiler.Code prelude;

    Moonlet() {
        try {
            byte[] text = Resource.text("harness/prelude.lua").getBytes(ISO_8859_1);
            prelude = Compiler.compile("show", Parser.parse("show", text));
        } catch (SyntaxError impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Outcome run(String program) {
        Run run = new Run(program);
        Thread thread = new Thread(null, run, "program", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(PATIENCE_IN_MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return run.outcome;
    }

    private final class Run implements Runnable {

        private final String program;
        private final StringBuilder output = new StringBuilder();
        private final Table globals;
        private volatile Outcome outcome = new Outcome("endless", "");

        Run(String program) {
            this.program = program;
            RandomState random = new RandomState();
            globals =
                    StandardLibrary.globals(
                            new Surroundings(
                                    this::print,
                                    this::load,
                                    Carrier.best(),
                                    () -> random,
                                    ZoneOffset.UTC,
                                    InstantSource.system()));
            globals.put(Interned.of("_G"), globals);
            ADDED.forEach(name -> globals.put(Interned.of(name), LuaValue.NIL));
        }

        @Override
        public void run() {
            String end;
            try {
                end = end();
            } catch (RuntimeException | Error broken) {
                output.append(broken).append('\n');
                end = broken.getClass().getSimpleName();
            }
            outcome = Outcome.of(end, output.toString());
        }

        private String end() {
            Calls.apply(prelude.main(globals));
            LuaValue show = globals.get(Interned.of("show"));
            try {
                Function main = load(program.getBytes(ISO_8859_1), "p", null);
                Calls.apply(show, ProtectedCall.call(main, arguments()));
                return Outcome.RAN;
            } catch (Loader.Refused refused) {
                Calls.apply(show, LuaValue.valueOf(String.valueOf(refused.getMessage())));
                return Outcome.REFUSED;
            }
        }

        private static Varargs arguments() {
            LuaValue[] rest = {LuaInt.of(2), LuaValue.NIL, LuaFloat.of(4.5)};
            return LuaValue.varargsOf(LuaValue.valueOf("first"), LuaValue.varargsOf(rest));
        }

        private Function load(byte[] code, String chunk, @Nullable LuaValue environment)
                throws Loader.Refused {
            try {
                return Compiler.compile(chunk, Parser.parse(chunk, code))
                        .main(environment == null ? globals : environment);
            } catch (SyntaxError error) {
                throw new Loader.Refused(String.valueOf(error.getMessage()));
            }
        }

        private void print(LuaString line) {
            output.append(new String(line.m_bytes, line.m_offset, line.m_length, ISO_8859_1));
            output.append('\n');
        }
    }
}
