package dev.moonlet.lua.differential;

import dev.moonlet.lua.differential.Comparison.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** Looks for differences with one seed after the other, on all processors. */
final class Search {

    /** As many are worth being read at once; who looks for minutes waits for all. */
    private static final int ENOUGH = 5;

    private final long end;
    private final long deadline;
    private final int enough;
    private final AtomicLong next;
    private final AtomicLong compared = new AtomicLong();
    private final ConcurrentSkipListMap<Long, Difference> found = new ConcurrentSkipListMap<>();

    /**
     * A search that ends after a number of programs, or if that is none, after some time.
     *
     * @param seed of the first program
     */
    Search(long seed, long programs, long minutes) {
        enough = minutes > 0 ? Integer.MAX_VALUE : ENOUGH;
        next = new AtomicLong(seed);
        end = minutes > 0 ? Long.MAX_VALUE : seed + programs;
        deadline = minutes > 0 ? System.nanoTime() + minutes * 60_000_000_000L : Long.MAX_VALUE;
    }

    /** The smallest programs that show the first differences, by seed. */
    ConcurrentSkipListMap<Long, Difference> differences() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = Runtime.getRuntime().availableProcessors(); i > 0; i--) {
            threads.add(Thread.ofPlatform().daemon().name("search-" + i).start(this::search));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return found;
    }

    private void search() {
        try (CLua reference = CLua.start().orElseThrow()) {
            Comparison comparison = new Comparison(reference, new Moonlet());
            for (long seed = next.getAndIncrement(); goesOn(seed); seed = next.getAndIncrement()) {
                Optional<Difference> difference = comparison.difference(Programs.of(seed));
                compared.incrementAndGet();
                if (difference.isPresent()) {
                    found.put(seed, comparison.reduced(difference.get()));
                }
            }
        }
    }

    private boolean goesOn(long seed) {
        return seed < end && found.size() < enough && System.nanoTime() < deadline;
    }

    /** How many programs were compared. */
    long programs() {
        return compared.get();
    }
}
