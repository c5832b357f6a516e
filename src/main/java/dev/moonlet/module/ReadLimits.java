package dev.moonlet.module;

import dev.moonlet.lua.Limits;
import dev.moonlet.revision.Document;
import dev.moonlet.revision.Unusable;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/** Reads limits as bundles write them: {@code {time: 2s, memory: 10MB}}. */
public final class ReadLimits {

    private ReadLimits() {}

    /** Lowers limits by those that a document wants; it can't raise them. */
    public static Limits lowered(Limits limits, Document wanted) throws Unusable {
        Limits lowered = limits;
        for (Document.Entry limit : entries(wanted)) {
            lowered = one(limit, Limits.NONE).cappedBy(lowered);
        }
        return lowered;
    }

    /** Limits with those in their place that a document wants. */
    static Limits changed(Limits limits, Document wanted) throws Unusable {
        Limits changed = limits;
        for (Document.Entry limit : entries(wanted)) {
            changed = one(limit, changed);
        }
        return changed;
    }

    private static List<Document.Entry> entries(Document wanted) throws Unusable {
        if (!wanted.isMapping()) {
            throw new Unusable(wanted.problem("is not of the form {time: 2s, memory: 10MB}"));
        }
        return wanted.entries();
    }

    private static Limits one(Document.Entry limit, Limits others) throws Unusable {
        Document value = limit.value();
        return switch (limit.name()) {
            case "time" -> others.withTime(duration(value));
            case "cpu" -> others.withCpu(duration(value));
            case "memory" -> others.withMemory(size(value, Limits.LEAST_MEMORY));
            case "string" -> others.withString(size(value, Limits.LEAST_STRING));
            case "coroutines" -> others.withCoroutines(count(value));
            case "output" -> others.withOutput(size(value, 0));
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
