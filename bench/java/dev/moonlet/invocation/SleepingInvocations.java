package dev.moonlet.invocation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** So many invocations that sleep at once, each with its state and its thread. */
final class SleepingInvocations {

    private SleepingInvocations() {}

    /** The argument is how many. */
    public static void main(String[] arguments) throws InterruptedException {
        int count = Integer.parseInt(arguments[0]);
        Bench bench =
                new Bench(
                        """
                        local sleep = require("outside").sleep
                        return { run = function(millis)
                          local name, at = "order " .. math.random(1000), os.time()
                          sleep(millis)
                          return name .. at
                        end }\
                        """,
                        count);
        warmUp(bench);
        AtomicInteger returned = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            threads.add(
                    Thread.startVirtualThread(() -> {
                        if (bench.run(60_000) instanceof Outcome.Returned<String>) {
                            returned.incrementAndGet();
                        }
                    }));
        }
        long begun = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        Thread.sleep(30_000);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%,d invocations sleep, begun in %d ms: %d MB of a heap of %d MB are used%n",
                count,
                begun,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                runtime.maxMemory() >> 20);
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.printf(
                "%,d have returned after %d ms%n",
                returned.get(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    /** A service has compiled what it runs before it has so many callers. */
    private static void warmUp(Bench bench) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            threads.add(
                    Thread.startVirtualThread(() -> {
                        for (int i = 0; i < 5_000; i++) {
                            bench.run(1);
                        }
                    }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
