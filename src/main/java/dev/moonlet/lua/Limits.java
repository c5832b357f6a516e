package dev.moonlet.lua;

import java.time.Duration;

/**
 * What one invocation may use.
 *
 * @param time from its first instruction to its last, waiting included
 * @param cpu the part of it that is spent in Lua; in a stream, between two of its messages
 * @param stream from the first message of a stream to its last, instead of the time
 * @param memory the bytes that the invocation and its state hold
 * @param string the bytes of the largest string
 * @param coroutines how many may have begun and not ended
 * @param output the bytes that it prints
 */
public record Limits(
        Duration time,
        Duration cpu,
        Duration stream,
        long memory,
        long string,
        int coroutines,
        long output) {

    /** Longer than anything lasts, and short enough to be added to what a clock tells. */
    private static final Duration FOREVER = Duration.ofDays(10_000);

    /** A state needs some memory for itself. */
    public static final long LEAST_MEMORY = 1 << 20;

    /** Smaller strings are not looked at. */
    public static final long LEAST_STRING = 1 << 16;

    /** No limits but those of the machine. */
    public static final Limits NONE =
            new Limits(
                    FOREVER,
                    FOREVER,
                    FOREVER,
                    Long.MAX_VALUE / 4,
                    Integer.MAX_VALUE,
                    Integer.MAX_VALUE,
                    Long.MAX_VALUE);

    public Limits {
        time = finite(time);
        cpu = finite(cpu);
        stream = finite(stream);
    }

    /** A time whose nanoseconds can be counted: the same, unless nobody could wait so long. */
    public static Duration finite(Duration duration) {
        return lower(duration, FOREVER);
    }

    /** The lower of both, limit by limit. */
    public Limits cappedBy(Limits cap) {
        return new Limits(
                lower(time, cap.time),
                lower(cpu, cap.cpu),
                lower(stream, cap.stream),
                Math.min(memory, cap.memory),
                Math.min(string, cap.string),
                Math.min(coroutines, cap.coroutines),
                Math.min(output, cap.output));
    }

    public Limits withTime(Duration limit) {
        return new Limits(limit, cpu, stream, memory, string, coroutines, output);
    }

    public Limits withCpu(Duration limit) {
        return new Limits(time, limit, stream, memory, string, coroutines, output);
    }

    public Limits withStream(Duration limit) {
        return new Limits(time, cpu, limit, memory, string, coroutines, output);
    }

    public Limits withMemory(long limit) {
        return new Limits(time, cpu, stream, limit, string, coroutines, output);
    }

    public Limits withString(long limit) {
        return new Limits(time, cpu, stream, memory, limit, coroutines, output);
    }

    public Limits withCoroutines(int limit) {
        return new Limits(time, cpu, stream, memory, string, limit, output);
    }

    public Limits withOutput(long limit) {
        return new Limits(time, cpu, stream, memory, string, coroutines, limit);
    }

    private static Duration lower(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
