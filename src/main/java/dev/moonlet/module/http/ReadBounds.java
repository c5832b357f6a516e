package dev.moonlet.module.http;

import dev.moonlet.module.Durations;
import dev.moonlet.operation.http.Bounds;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.luaj.vm2.LuaNumber;
import org.springframework.util.unit.DataSize;

/** Reads how far a request may go. */
final class ReadBounds {

    private static final String TIMEOUT = "timeout";
    private static final String MAX_SIZE = "max_size";
    private static final String REDIRECTS = "redirects";
    private static final int MOST_REDIRECTS = 20;

    /** No invocation takes as long. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private ReadBounds() {}

    static Bounds from(Options options) {
        return new Bounds(timeout(options), maxSize(options), redirects(options));
    }

    static Optional<Duration> timeout(Options options) {
        return duration(options, TIMEOUT);
    }

    /** How long something may take, be it said so; a day at most. */
    static Optional<Duration> duration(Options options, String name) {
        if (!options.has(name)) {
            return Optional.empty();
        }
        try {
            Duration duration =
                    options.value(name) instanceof LuaNumber number
                            ? Duration.ofMillis((long) number.todouble())
                            : Durations.parse(options.text(name));
            if (duration.isPositive()) {
                return Optional.of(duration.compareTo(LONGEST) > 0 ? LONGEST : duration);
            }
        } catch (IllegalArgumentException wrong) {
            throw options.wrong(name, "milliseconds, or a text like '250ms' or '10s'");
        }
        throw options.wrong(name, "more than nothing");
    }

    private static OptionalLong maxSize(Options options) {
        if (!options.has(MAX_SIZE)) {
            return OptionalLong.empty();
        }
        try {
            long size =
                    options.value(MAX_SIZE) instanceof LuaNumber number
                            ? (long) number.todouble()
                            : DataSize.parse(options.text(MAX_SIZE)).toBytes();
            if (size >= 0) {
                return OptionalLong.of(size);
            }
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw options.wrong(MAX_SIZE, "bytes, or a text like '64KB' or '1MB'");
        }
        throw options.wrong(MAX_SIZE, "nothing or more");
    }

    private static int redirects(Options options) {
        if (!options.has(REDIRECTS)) {
            return Bounds.REDIRECTS;
        }
        double redirects = Double.parseDouble(options.text(REDIRECTS));
        if (redirects < 0 || redirects > MOST_REDIRECTS) {
            throw options.wrong(REDIRECTS, "0 to %d".formatted(MOST_REDIRECTS));
        }
        return (int) redirects;
    }
}
