package dev.moonlet.revision.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moonlet.revision.Bundle;
import dev.moonlet.revision.Commit;
import dev.moonlet.revision.Problem;
import dev.moonlet.revision.Report;
import dev.moonlet.revision.Revision;
import dev.moonlet.revision.Step;
import dev.moonlet.revision.StepReport;
import dev.moonlet.revision.StepReport.Outcome;
import dev.moonlet.revision.Traits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Revisions and activations as they might come. */
final class Made {

    static final Commit COMMIT =
            new Commit(
                    "0123456789abcdef0123456789abcdef01234567",
                    "Zoë \0 \ud83d\ude00 <zoe@example.com>",
                    Instant.parse("2026-03-29T01:30:00.123456789Z"),
                    "Say \"hello\"\n\nand \ud800 more");

    private Made() {}

    static Revision ready(String id, String script) {
        return revision(id, script, false);
    }

    static Revision refused(String id, String script) {
        return revision(id, script, true);
    }

    private static Revision revision(String id, String script, boolean refused) {
        Map<String, byte[]> files =
                Map.of(
                        "config/openapi.yaml", "openapi: 3.1.0".getBytes(UTF_8),
                        "lua/ä.lua", script.getBytes(UTF_8));
        return new Revision(
                new Bundle("git@example.com:hello.git main", id, Optional.of(COMMIT), files),
                Map.of(),
                List.of("GET /hello"),
                new Traits(
                        new TreeMap<>(
                                Map.of(
                                        "routes",
                                        new TreeMap<>(
                                                Map.of(
                                                        "GET /hello",
                                                        new TreeMap<>(
                                                                Map.of(
                                                                        "modules",
                                                                        List.of(
                                                                                "json",
                                                                                "a\0b")))))))),
                report(refused));
    }

    private static Report report(boolean refused) {
        List<Problem> problems =
                List.of(
                        new Problem("lua/ä.lua", 7, "unexpected symbol near '\0'"),
                        new Problem("config/openapi.yaml", 0, "/paths", "is empty"));
        return new Report(
                refused,
                List.of(
                        new StepReport(
                                Step.FETCH, Outcome.DONE, Duration.ofNanos(1), List.of(), problems),
                        new StepReport(
                                Step.COMPILE,
                                Outcome.FAILED,
                                Duration.ofDays(1).plusNanos(123_456_789),
                                problems,
                                List.of()),
                        new StepReport(
                                Step.WARM, Outcome.SKIPPED, Duration.ZERO, List.of(), List.of())));
    }

    static Activation activation(String revision, String from) {
        return new Activation(
                0,
                revision,
                from,
                "olga",
                "the last one is slow; it's \u00fc",
                Activation.Kind.ROLLED_BACK,
                "pod-1",
                Instant.parse("2026-10-25T01:30:00.123456Z"));
    }

    static Choice pin(String revision, Choice last) {
        return new Choice(Optional.of(revision), true, "head", 0, last.version());
    }
}
