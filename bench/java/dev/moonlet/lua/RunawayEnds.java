package dev.moonlet.lua;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** How long after its limit of time a script is gone, on a virtual thread as a request is. */
final class RunawayEnds {

    private static final Duration LIMIT = Duration.ofMillis(100);
    private static final Limits LIMITS = Standard.LIMITS.withTime(LIMIT);

    private final Program program;
    private final int times;

    private RunawayEnds(int times) throws IOException {
        this.times = times;
        byte[] scripts = Files.readAllBytes(Path.of("bench/lua/runaway.lua"));
        program =
                new Program(
                        new Library(ModuleSource.NONE, _ -> {}), Map.of("runaway.lua", scripts));
    }

    public static void main(String[] arguments) throws Exception {
        RunawayEnds ends = new RunawayEnds(Integer.parseInt(arguments[0]));
        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            requests.submit(ends::print).get();
        }
    }

    private void print() {
        System.out.println("ms after its limit                      first   median    worst");
        double worst = 0;
        for (String name : names()) {
            double first = late(name);
            double[] late = new double[times];
            Arrays.setAll(late, _ -> late(name));
            Arrays.sort(late);
            System.out.printf(
                    "%-36s %8.1f %8.1f %8.1f%n", name, first, late[times / 2], late[times - 1]);
            worst = Math.max(worst, late[times - 1]);
        }
        System.out.printf("%-36s %26.1f%n", "all", worst);
    }

    private List<String> names() {
        Step<String> list = new State(program).begin(call("list"), LIMITS).resume(null);
        if (list instanceof Step.Returned<String>(String names)) {
            return names.lines().toList();
        }
        throw new IllegalStateException(list.toString());
    }

    private double late(String name) {
        State state = new State(program);
        long start = System.nanoTime();
        Step<String> end = state.begin(call(name), LIMITS).resume(null);
        long took = System.nanoTime() - start;
        if (end instanceof Step.Failed<String>(Failure.Killed(String limit, _, _))
                && limit.equals("time")) {
            return (took - LIMIT.toNanos()) / 1e6;
        }
        throw new IllegalStateException(name + " ended by itself: " + end);
    }

    private static TextCall call(String name) {
        return new TextCall(new FunctionName("runaway", name));
    }
}
