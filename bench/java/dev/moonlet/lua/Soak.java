package dev.moonlet.lua;

import java.io.IOException;
import java.lang.management.ManagementFactory;

/**
 * What an honest caller notices of an attacker, minute by minute, and what attacks leave behind.
 */
final class Soak {

    private static final int WARM_SECONDS = 10;

    private final Latencies latencies;
    private final Neighbours neighbours;
    private final int minutes;
    private final int seconds;
    private long heap;
    private int threads;

    private Soak(int minutes, int seconds) throws IOException {
        this.minutes = minutes;
        this.seconds = seconds;
        int all = WARM_SECONDS + 2 * minutes * seconds;
        latencies = new Latencies(all * Neighbours.CALLS_A_SECOND);
        neighbours = new Neighbours(latencies);
    }

    /** The arguments are the minutes and the seconds that one has. */
    public static void main(String[] arguments) throws Exception {
        new Soak(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1])).run();
    }

    private void run() throws InterruptedException {
        System.out.println(
                "minute         p50 us   p99 us  heap KB  threads  states  attacks  killed  longest ms");
        Thread.startVirtualThread(neighbours::callForEver);
        Thread.sleep(1000L * Math.min(WARM_SECONDS, seconds));
        double alone = minute("1 alone");
        long heapAlone = heap;
        int threadsAlone = threads;
        Thread.startVirtualThread(neighbours::attackForEver);
        int from = latencies.count();
        for (int minute = 2; minute <= minutes; minute++) {
            minute(minute + " attacked");
        }
        double attacked = latencies.percentile(99, from, latencies.count());
        System.out.printf(
                "p99 attacked / alone %.2f  heap %+d KB  threads %+d  wrong answers %d%n",
                attacked / alone,
                (heap - heapAlone) >> 10,
                threads - threadsAlone,
                neighbours.wrong.get());
    }

    /** Lets a minute pass and prints a line about it; returns the 99th percentile. */
    private double minute(String name) throws InterruptedException {
        int from = latencies.count();
        neighbours.attacks.set(0);
        neighbours.kills.set(0);
        neighbours.longest.set(0);
        Thread.sleep(1000L * seconds);
        int to = latencies.count();
        measure();
        double p99 = latencies.percentile(99, from, to);
        System.out.printf(
                "%-12s %8.0f %8.0f %8d %8d %7d %8d %7d %11.0f%n",
                name,
                latencies.percentile(50, from, to),
                p99,
                heap >> 10,
                threads,
                neighbours.states.get(),
                neighbours.attacks.get(),
                neighbours.kills.get(),
                neighbours.longest.get() / 1e6);
        return p99;
    }

    /** Takes what is left between two attacks. */
    private void measure() throws InterruptedException {
        neighbours.attacking.lock();
        latencies.pause(true);
        try {
            heap = UsedHeap.bytes();
            threads = ManagementFactory.getThreadMXBean().getThreadCount();
        } finally {
            latencies.pause(false);
            neighbours.attacking.unlock();
        }
    }
}
