package dev.moonlet.module;

import dev.moonlet.invocation.Mailbox;
import dev.moonlet.invocation.Pace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. */
public final class TestClock extends Clock {

    /** How long operations are waited for before timers are let go on. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    public TestClock(Instant start) {
        this(new AtomicReference<>(start), ZoneOffset.UTC);
    }

    private TestClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    public void advance(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    /** Lets those who wait have what they wait for at once: the clock goes on to it. */
    Pace pace() {
        return new Pace() {
            @Override
            public long now() {
                return ChronoUnit.NANOS.between(Instant.EPOCH, instant());
            }

            @Override
            public void pass(long nanos, Mailbox until, boolean busy) {
                if (!busy || !until.await(PATIENCE_NANOS)) {
                    advance(Duration.ofNanos(nanos));
                }
            }
        };
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock in another zone: both move together. */
    @Override
    public Clock withZone(ZoneId other) {
        return new TestClock(now, other);
    }
}
