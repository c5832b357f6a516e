package dev.moonlet.lua;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moonlet.lua.coroutine.Carrier;
import dev.moonlet.lua.stdlib.Loader;
import dev.moonlet.lua.stdlib.RandomState;
import dev.moonlet.lua.stdlib.StandardLibrary;
import dev.moonlet.lua.stdlib.Surroundings;
import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Function;
import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.ProtectedCall;
import dev.moonlet.lua.value.Table;
import dev.moonlet.lua.value.Traceback;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Runs one script by itself, without a service around it and without limits: {@code run FILE}. */
public final class RunScript {

    private static final String USAGE =
            """
            usage: java -jar moonlet.jar run FILE.lua [ARGUMENTS]
                   java -jar moonlet.jar run - [ARGUMENTS]      reads the script from standard input\
            """;

    /** Room for the 200,000 calls within one another that C Lua stands. */
    private static final long STACK = 64L << 20;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Table globals;
    private final Loader loader;

    RunScript(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
        RandomState random = new RandomState();
        loader = new ScriptLoader(this::globals);
        globals =
                StandardLibrary.globals(
                        new Surroundings(
                                this::print,
                                loader,
                                Carrier.best(),
                                () -> random,
                                ZoneId.systemDefault(),
                                InstantSource.system()));
        globals.put(Interned.of("_G"), globals);
    }

    /** Runs a script on the standard streams and returns the exit code. */
    public static int main(List<String> arguments) throws InterruptedException {
        PrintStream out = buffered(FileDescriptor.out);
        PrintStream err = buffered(FileDescriptor.err);
        int code = new RunScript(new FileInputStream(FileDescriptor.in), out, err).run(arguments);
        err.flush();
        return code;
    }

    private static PrintStream buffered(FileDescriptor target) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(target)), false, UTF_8);
    }

    /**
     * Runs a script to its end.
     *
     * @param arguments the script's file, or a hyphen, and what it is to be given
     * @return the exit code
     */
    int run(List<String> arguments) throws InterruptedException {
        if (arguments.isEmpty()) {
            err.println(USAGE);
            return 2;
        }
        int[] code = {1};
        Thread thread = new Thread(null, () -> code[0] = runHere(arguments), "script", STACK);
        thread.start();
        thread.join();
        out.flush();
        return code[0];
    }

    private int runHere(List<String> arguments) {
        String file = arguments.getFirst();
        try {
            byte[] code = file.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(file));
            return execute(code, file.equals("-") ? "stdin" : file, arguments);
        } catch (NoSuchFileException missing) {
            return failed("cannot open " + file + ": there is no such file");
        } catch (IOException unreadable) {
            return failed("cannot read " + file + ": " + unreadable.getMessage());
        } catch (Loader.Refused refused) {
            return failed(String.valueOf(refused.getMessage()));
        } catch (OutOfMemoryError error) {
            return failed("not enough memory");
        }
    }

    private int execute(byte[] code, String chunk, List<String> arguments) throws Loader.Refused {
        Function main = loader.load(code, chunk, null);
        globals.put(Interned.of("arg"), argumentTable(arguments));
        Varargs results =
                ProtectedCall.call(main, passed(arguments), new AddTraceback().function());
        if (results.arg1() == LuaValue.TRUE) {
            return 0;
        }
        return failed(Text.of(ErrorText.of(results.arg(2))));
    }

    private int failed(String message) {
        out.flush();
        err.println("moonlet: " + message);
        return 1;
    }

    private static Table argumentTable(List<String> arguments) {
        Table table = new Table();
        for (int i = 0; i < arguments.size(); i++) {
            table.put(i, Text.of(arguments.get(i)));
        }
        return table;
    }

    private static Varargs passed(List<String> arguments) {
        return LuaValue.varargsOf(
                arguments.stream().skip(1).map(Text::of).toArray(LuaValue[]::new));
    }

    private void print(LuaString line) {
        out.write(line.m_bytes, line.m_offset, line.m_length);
        out.write('\n');
    }

    private Table globals() {
        return globals;
    }

    /** Adds to an error's message where it came from. */
    private static final class AddTraceback extends Body {

        @Override
        public Varargs apply(Varargs arguments) {
            String message = Text.of(ErrorText.of(arguments.arg1()));
            return Text.of(message + "\n" + Traceback.from(1));
        }
    }
}
