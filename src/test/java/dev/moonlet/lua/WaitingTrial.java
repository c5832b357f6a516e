package dev.moonlet.lua;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.VarArgFunction;

/** Many wait that have allocated more than there is, and hold little of it. */
final class WaitingTrial {

    private static final int RUNS = 1_000;

    private static final Program PROGRAM =
            new Program(
                    new Library(ModuleSource.NONE, _ -> {}),
                    Map.of(
                            "waiting.lua",
                            """
                            return { run = function(wait)
                              for _ = 1, 200 do local text = ("x"):rep(1000) end
                              wait()
                              return "waited"
                            end }\
                            """
                                    .getBytes(UTF_8)));

    private final List<Coroutine<String>> runs = new ArrayList<>();

    private WaitingTrial() {}

    /** Prints how many have returned. */
    public static void main(String[] arguments) {
        WaitingTrial trial = new WaitingTrial();
        while (!Pressure.isNear()) {
            trial.begin();
        }
        while (trial.runs.size() < RUNS) {
            trial.begin();
        }
        int looks = Pressure.looks();
        while (Pressure.looks() < looks + 3) {
            Thread.onSpinWait();
        }
        IO.println("returned " + trial.runs.stream().filter(WaitingTrial::returns).count());
    }

    private void begin() {
        Coroutine<String> run =
                new State(PROGRAM)
                        .begin(
                                new TextCall(new FunctionName("waiting", "run"), new Wait()),
                                Limits.NONE.withMemory(10 << 20));
        run.resume(null);
        runs.add(run);
    }

    private static boolean returns(Coroutine<String> run) {
        return run.resume(null) instanceof Step.Returned<String>;
    }

    private static final class Wait extends VarArgFunction {

        @Override
        public Varargs invoke(Varargs arguments) {
            Coroutine.await("anything");
            return LuaValue.NONE;
        }
    }
}
