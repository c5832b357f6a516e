package dev.moonlet.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class MeterTest {

    private static final long NAP = TimeUnit.MILLISECONDS.toNanos(50);

    private final Meter meter = new Meter(true);

    @Test
    void takesNoLookAtWhatWasAllocatedForTheEndOfATurn() {
        meter.enter();
        long start = System.nanoTime();
        LockSupport.parkNanos(NAP);
        meter.verify();
        long passed = System.nanoTime() - start;

        assertThat(meter.nanosOfTurn()).isGreaterThanOrEqualTo(passed);
        meter.leave();
        assertThat(meter.nanosOfTurn()).isZero();
        meter.enter();
        assertThat(meter.nanosOfTurn()).isLessThan(meter.nanos());
    }
}
