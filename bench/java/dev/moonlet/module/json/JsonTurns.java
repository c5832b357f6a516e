package dev.moonlet.module.json;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The work of {@link JsonBenchmark}, Lua's tables and Jackson's tree in turn in one JVM: the ratios
 * come out the same on a machine that has other work.
 */
final class JsonTurns {

    private static final int ROUNDS = 120;
    private static final int WARM_UP = 40;
    private static final int CALLS = 150;

    /** Keeps what is made from being optimized away. */
    private static final Object[] LAST = {""};

    private JsonTurns() {}

    public static void main(String[] arguments) {
        JsonBenchmark json = new JsonBenchmark();
        double[] micros =
                micros(json::readTable, json::readTree, json::writeTable, json::writeTree);
        print("read", micros[0], micros[1]);
        print("written", micros[2], micros[3]);
    }

    private static void print(String what, double table, double tree) {
        System.out.printf(
                "%s: tables %.1f us, tree %.1f us, ratio %.2f%n", what, table, tree, tree / table);
    }

    private static double[] micros(Supplier<?>... works) {
        double[][] micros = new double[works.length][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int work = 0; work < works.length; work++) {
                micros[work][round] = micros(works[work]);
            }
        }
        return Arrays.stream(micros).mapToDouble(JsonTurns::undisturbed).toArray();
    }

    private static double micros(Supplier<?> work) {
        long start = System.nanoTime();
        for (int call = 0; call < CALLS; call++) {
            LAST[0] = work.get();
        }
        return (System.nanoTime() - start) / 1_000.0 / CALLS;
    }

    /** A round in ten is faster. */
    private static double undisturbed(double[] rounds) {
        double[] warm = Arrays.copyOfRange(rounds, WARM_UP, ROUNDS);
        Arrays.sort(warm);
        return warm[warm.length / 10];
    }
}
