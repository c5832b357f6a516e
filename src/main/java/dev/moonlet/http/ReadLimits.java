package dev.moonlet.http;

import dev.moonlet.lua.Limits;
import dev.moonlet.revision.Document;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/** Reads the limits that an operation sets itself, which may only lower those of its profile. */
final class ReadLimits {

    private ReadLimits() {}

    static Limits of(Document operation, Limits profile) throws Unusable {
        Limits limits = profile;
        Optional<Document> wanted = operation.at("x-limits");
        if (wanted.isEmpty()) {
            return limits;
        }
        if (!wanted.get().isMapping()) {
            throw new Unusable(wanted.get().problem("is not of the form {time: 2s, memory: 10MB}"));
        }
        for (Document.Entry limit : wanted.get().entries()) {
            limits = one(limit.name(), limit.value()).cappedBy(limits);
        }
        return limits;
    }

    private static Limits one(String name, Document value) throws Unusable {
        return switch (name) {
            case "time" -> Limits.NONE.withTime(duration(value));
            case "cpu" -> Limits.NONE.withCpu(duration(value));
            case "memory" -> Limits.NONE.withMemory(size(value, Limits.LEAST_MEMORY));
            case "string" -> Limits.NONE.withString(size(value, Limits.LEAST_STRING));
            case "coroutines" -> Limits.NONE.withCoroutines(count(value));
            case "output" -> Limits.NONE.withOutput(size(value, 0));
            default ->
                    throw new Unusable(
                            value.problem(
                                    "is no limit; known are: time, cpu, memory, string,"
                                            + " coroutines, output"));
        };
    }

    private static Duration duration(Document value) throws Unusable {
        try {
            Duration duration =
                    DurationStyle.SIMPLE.parse(value.text().orElse(""), ChronoUnit.MILLIS);
            if (duration.isPositive()) {
                return duration;
            }
        } catch (IllegalArgumentException wrong) {
            // told below, in one way for all that is no duration
        }
        throw new Unusable(value.problem("is no duration: write 250ms, 10s or 5m"));
    }

    private static long size(Document value, long least) throws Unusable {
        try {
            long size = DataSize.parse(value.text().orElse("")).toBytes();
            if (size >= least) {
                return size;
            }
        } catch (IllegalArgumentException wrong) {
            throw new Unusable(value.problem("is no size: write 65536, 64KB or 10MB"));
        }
        throw new Unusable(value.problem("has to be %d bytes at least".formatted(least)));
    }

    private static int count(Document value) throws Unusable {
        try {
            return Integer.parseUnsignedInt(value.text().orElse(""));
        } catch (NumberFormatException wrong) {
            throw new Unusable(value.problem("is no number of coroutines"));
        }
    }
}
