package dev.moonlet.revision;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes revisions of bundles, step by step, and serves none of them. */
@Component
public final class Prepare {

    private static final Logger LOG = LoggerFactory.getLogger(Prepare.class);

    /** Steps that cost more than reading: they are not taken in vain. */
    private static final Set<Step> COSTLY = EnumSet.of(Step.LOAD, Step.TEST, Step.WARM);

    private static final Bundle NOTHING = new Bundle("nowhere", "none", Map.of());

    private final List<Preparation> preparations;
    private final boolean strict;

    Prepare(List<Preparation> preparations, BundleProperties properties) {
        this.preparations =
                preparations.stream().sorted(Comparator.comparing(Preparation::step)).toList();
        strict = properties.mode() == BundleProperties.Mode.STRICT;
    }

    /** What is served while there is nothing to serve. */
    Revision nothing() {
        Draft draft = new Draft(NOTHING);
        preparations.forEach(preparation -> preparation.prepare(draft));
        draft.problems().clear();
        return draft.finish();
    }

    /** A revision whose report tells whether it may be served. */
    public Revision prepare(Fetched fetched, Duration took) {
        Draft draft = new Draft(fetched.bundle());
        fetched.problems().forEach(draft::report);
        end(Step.FETCH, 0, took, draft);
        for (Step step : EnumSet.range(Step.PARSE, Step.WARM)) {
            take(step, draft);
        }
        return draft.finish();
    }

    private void take(Step step, Draft draft) {
        if (step == Step.TEST && !draft.isRefused() && draft.servesNothing()) {
            draft.refuse(new Problem("config/openapi.yaml", 0, "has no route that can be called"));
        }
        if (COSTLY.contains(step) && draft.isRefused()) {
            draft.add(
                    new StepReport(
                            step, StepReport.Outcome.SKIPPED, Duration.ZERO, List.of(), List.of()));
            return;
        }
        int known = draft.problems().size();
        long start = System.nanoTime();
        for (Preparation preparation : preparations) {
            if (preparation.step() == step) {
                prepare(preparation, draft);
            }
        }
        end(step, known, Duration.ofNanos(System.nanoTime() - start), draft);
    }

    private void end(Step step, int known, Duration took, Draft draft) {
        List<Problem> all = draft.problems();
        List<Problem> found = List.copyOf(all.subList(known, all.size()));
        draft.add(
                new StepReport(
                        step,
                        found.isEmpty() ? StepReport.Outcome.DONE : StepReport.Outcome.FAILED,
                        took,
                        found,
                        draft.takeNotes()));
        if (strict && !found.isEmpty()) {
            draft.refuse();
        }
    }

    /** Whatever is wrong with a bundle, the service goes on and says so. */
    private static void prepare(Preparation preparation, Draft draft) {
        try {
            preparation.prepare(draft);
        } catch (RuntimeException | StackOverflowError unexpected) {
            LOG.error("{} failed", preparation.getClass().getSimpleName(), unexpected);
            draft.refuse(
                    new Problem(
                            "config", 0, "can't be prepared: the log of the service tells why"));
        }
    }
}
