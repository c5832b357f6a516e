package dev.moonlet.lua;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.moonlet.lua.coroutine.Carrier;
import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.luaj.vm2.LuaValue;

/**
 * What limits cost: a program as a request runs it, watched and with all limits, and in a carrier
 * of its own that nobody watches, in turn. Both run the same classes, polls included.
 */
final class LimitsCost {

    private static final double BATCH_MILLIS = 100;

    /** As long as the watchdog may have runs look because of the batch before. */
    private static final int REST_MILLIS = 25;

    private static final Limits LIMITS = Standard.LIMITS;

    private static final String RUN =
            """

            return { run = function(rounds)
                local result
                for _ = 1, rounds do result = work() end
                return result
            end }
            """;

    private final State state;
    private final LuaValue unwatched;
    private int rounds = 1;

    private LimitsCost(String name) throws IOException {
        String source = Files.readString(Path.of("bench/lua/" + name + ".lua")) + RUN;
        Program program =
                new Program(
                        new Library(ModuleSource.NONE, _ -> {}),
                        Map.of("main.lua", source.getBytes(UTF_8)));
        state = new State(program);
        unwatched = unwatched(program);
    }

    private static LuaValue unwatched(Program program) {
        Table globals = new Table();
        globals.restore(program.library().globals());
        LuaValue script = requireNonNull(program.script("main")).main(globals).call();
        return ((Table) script).rawget(Text.of("run"));
    }

    /** The first argument is the seconds of warming up, the second the pairs. */
    public static void main(String[] arguments) throws Exception {
        double warm = Double.parseDouble(arguments[0]);
        int pairs = Integer.parseInt(arguments[1]);
        List<String> programs = Arrays.asList(arguments).subList(2, arguments.length);
        System.out.println("ms                  off        on    on/off  the middle half");
        double sum = 0;
        for (String name : programs) {
            LimitsCost cost = new LimitsCost(name);
            cost.warm(warm);
            sum += Math.log(cost.print(name, pairs));
        }
        System.out.printf("geometric mean %26.3f%n", Math.exp(sum / programs.size()));
    }

    private void warm(double seconds) throws InterruptedException {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        do {
            double millis = Math.max(limited(), unlimited());
            rounds = Math.max(1, (int) (rounds * Math.min(2, BATCH_MILLIS / millis)));
        } while (System.nanoTime() < end);
    }

    private double print(String name, int pairs) throws InterruptedException {
        double[] off = new double[pairs];
        double[] on = new double[pairs];
        double[] ratios = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            if (i % 2 == 0) {
                off[i] = unlimited();
                on[i] = limited();
            } else {
                on[i] = limited();
                off[i] = unlimited();
            }
            ratios[i] = on[i] / off[i];
        }
        for (double[] each : List.of(off, on, ratios)) {
            Arrays.sort(each);
        }
        double ratio = ratios[pairs / 2];
        System.out.printf(
                "%-14s %8.3f  %8.3f  %8.3f  %.3f to %.3f%n",
                name,
                off[pairs / 2] / rounds,
                on[pairs / 2] / rounds,
                ratio,
                ratios[pairs / 4],
                ratios[pairs * 3 / 4]);
        return ratio;
    }

    private double limited() throws InterruptedException {
        TextCall call = call();
        return millis(() -> {
            Step<String> end = state.begin(call, LIMITS).resume(null);
            state.reset();
            if (!(end instanceof Step.Returned<String>)) {
                throw new IllegalStateException(end.toString());
            }
        });
    }

    private double unlimited() throws InterruptedException {
        TextCall call = call();
        Runnable run = () -> call.result(Calls.apply(unwatched, call.arguments()));
        return millis(() -> Carrier.best().carry(Carrier.Role.RUN, run).run());
    }

    private TextCall call() {
        return new TextCall(FunctionName.of("main.run"), LuaInt.of(rounds));
    }

    private static double millis(Runnable batch) throws InterruptedException {
        Thread.sleep(REST_MILLIS);
        long start = System.nanoTime();
        batch.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
