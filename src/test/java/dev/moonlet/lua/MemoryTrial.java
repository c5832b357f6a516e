package dev.moonlet.lua;

import dev.moonlet.lua.coroutine.Carrier;
import dev.moonlet.lua.value.LuaInt;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;

/** Runs the shapes of memory in a JVM of its own and prints a line for each: a name and its end. */
final class MemoryTrial {

    private static final long LIMIT = 2 << 20;

    private MemoryTrial() {}

    /** The first argument is the kind of carrier, the others the functions. */
    public static void main(String[] arguments) throws IOException {
        Carrier.Kind kind =
                arguments[0].equals("thread") ? Carrier.Kind.THREAD : Carrier.Kind.CONTINUATION;
        Program program =
                new Program(
                        new Library(ModuleSource.NONE, _ -> {}, kind),
                        Map.of("shapes.lua", read("shapes.lua"), "trial.lua", read("trial.lua")));
        for (String name : Arrays.asList(arguments).subList(1, arguments.length)) {
            long start = System.nanoTime();
            State state = new State(program);
            Coroutine<String> run =
                    state.begin(
                            new TextCall(FunctionName.of("trial." + name), LuaInt.of(LIMIT)),
                            Limits.NONE.withMemory(LIMIT));
            String end =
                    switch (run.resume(null)) {
                        case Step.Returned<String>(String result) -> result;
                        case Step.Failed<String>(Failure failure) -> failure.message();
                        case Step<String> other -> throw new AssertionError(other);
                    };
            IO.println(name + " " + end);
            if (System.getProperty("usage") != null) {
                IO.println((System.nanoTime() - start) / 1_000_000 + " ms " + run.usage());
            }
        }
    }

    private static byte[] read(String script) throws IOException {
        try (InputStream in = MemoryTrial.class.getResourceAsStream("memory/" + script)) {
            return in.readAllBytes();
        }
    }
}
