package dev.moonlet.module;

import dev.moonlet.lua.Limits;
import dev.moonlet.revision.Document;
import dev.moonlet.revision.Unusable;
import java.util.List;
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
            case "time" -> others.withTime(ReadValues.duration(value));
            case "cpu" -> others.withCpu(ReadValues.duration(value));
            case "stream" -> others.withStream(ReadValues.duration(value));
            case "memory" -> others.withMemory(size(value, Limits.LEAST_MEMORY));
            case "string" -> others.withString(size(value, Limits.LEAST_STRING));
            case "coroutines" -> others.withCoroutines(ReadValues.number(value, 0));
            case "output" -> others.withOutput(size(value, 0));
            default ->
                    throw new Unusable(
                            value.problem(
                                    "is no limit; known are: time, cpu, stream, memory, string,"
                                            + " coroutines, output"));
        };
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
}
