package dev.moonlet.lua;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlet.lua.coroutine.Carrier;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class HeapTest {

    private static final int MEGABYTE = 1 << 20;

    private final Meter meter = new Meter(true);

    /** What stops it is a collector that stops all, or others that have the processors. */
    @Test
    void holdsNoLessThanWasAllocatedSinceACountThatWasStopped() {
        Heap heap = heap(() -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200)));
        meter.enter();
        heap.count(Long.MAX_VALUE, () -> false);
        byte[] since = new byte[10 * MEGABYTE];
        meter.leave();

        assertThat(heap.bound()).isGreaterThanOrEqualTo(since.length);
    }

    private Heap heap(Runnable counted) {
        Heap heap =
                new Heap(() -> {
                    counted.run();
                    return List.of();
                });
        heap.enter(meter, new Tasks(Carrier.Kind.CONTINUATION, null, Limits.NONE));
        return heap;
    }
}
