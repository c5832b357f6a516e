package dev.moonlet.module.crypto;

import dev.moonlet.lua.Text;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.signature.Types;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Universally unique identifiers, of versions 4 and 7 of RFC 9562. */
final class Uuids {

    /** Below the milliseconds are twelve bits that count; half of their range is kept for that. */
    private static final int COUNTER_BITS = 12;

    private static final int FIRST_COUNTS = 1 << (COUNTER_BITS - 1);
    private static final long COUNTER = (1L << COUNTER_BITS) - 1;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 1L << 63;

    private final InstantSource clock;
    private final SecureRandom random;
    private final AtomicLong last = new AtomicLong();

    Uuids(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    List<ModuleFunction> functions() {
        return List.of(
                ModuleFunction.named("uuid")
                        .described("A random UUID, of version 4.")
                        .returns(Types.STRING)
                        .does(_ -> Text.of(UUID.randomUUID().toString())),
                ModuleFunction.named("uuid7")
                        .described(
                                "A UUID of version 7, which begins with the time: it is greater"
                                        + " than all that this server has made before.")
                        .returns(Types.STRING)
                        .does(_ -> Text.of(ordered().toString())));
    }

    /** Many in a millisecond run into the next one; so does a clock that was set back. */
    private UUID ordered() {
        long now = (clock.millis() << COUNTER_BITS) | random.nextInt(FIRST_COUNTS);
        long next = last.updateAndGet(before -> Math.max(before + 1, now));
        long time = next >>> COUNTER_BITS << 16;
        long noise = random.nextLong() >>> 2;
        return new UUID(time | VERSION | (next & COUNTER), VARIANT | noise);
    }
}
