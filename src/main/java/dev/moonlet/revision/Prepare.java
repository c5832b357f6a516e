package dev.moonlet.revision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Makes revisions of bundles, step by step, and serves none of them. */
@Component
public final class Prepare {

    private static final Logger LOG = LoggerFactory.getLogger(Prepare.class);

    /** Steps that cost more than reading: they are not taken in vain. */
    private static final Set<Step> COSTLY = EnumSet.of(Step.LOAD, Step.TEST, Step.WARM);

    /** What people read of one step; who has more to mend mends these first. */
    private static final int TOLD = 100;

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

    /**
     * A revision whose report tells whether it may be served. It is made on a thread of its own:
     * scripts that load take up a carrier of virtual threads otherwise.
     */
    public Revision prepare(Fetched fetched, Duration took) {
        return CompletableFuture.supplyAsync(() -> make(fetched, took), Prepare::begin).join();
    }

    private static void begin(Runnable making) {
        Thread.ofPlatform().daemon().name("prepare").start(making);
    }

    private Revision make(Fetched fetched, Duration took) {
        Draft draft = new Draft(fetched.bundle());
        fetched.problems().forEach(draft::report);
        end(Step.FETCH, 0, took, draft);
        try (MDC.MDCCloseable _ = MDC.putCloseable("revision", draft.bundle().id())) {
            EnumSet.range(Step.PARSE, Step.WARM).forEach(step -> take(step, draft));
        }
        return draft.finish();
    }

    private void take(Step step, Draft draft) {
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
        if (step == Step.LOAD && draft.servesNothing()) {
            draft.refuse(new Problem("config/openapi.yaml", 0, "has no route that can be called"));
        }
        end(step, known, Duration.ofNanos(System.nanoTime() - start), draft);
    }

    private void end(Step step, int known, Duration took, Draft draft) {
        List<Problem> all = draft.problems();
        List<Problem> found = told(all.subList(known, all.size()));
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

    /** As many as people read, and how many there are more. */
    private static List<Problem> told(List<Problem> all) {
        List<Problem> told = new ArrayList<>(all.subList(0, Math.min(all.size(), TOLD)));
        if (all.size() > TOLD) {
            String more = "has %d more problems that are not told".formatted(all.size() - TOLD);
            told.add(new Problem("the bundle", 0, more));
        }
        return List.copyOf(told);
    }

    /** Whatever is wrong with a bundle, the service goes on and says so. */
    private static void prepare(Preparation preparation, Draft draft) {
        try {
            preparation.prepare(draft);
        } catch (StackOverflowError deep) {
            draft.refuse(
                    new Problem(
                            "config",
                            0,
                            "can't be prepared: something in it is nested, or refers to something"
                                    + " else, thousands of times over"));
        } catch (RuntimeException | OutOfMemoryError unexpected) {
            LOG.error("{} failed", preparation.getClass().getSimpleName(), unexpected);
            draft.refuse(
                    new Problem(
                            "config", 0, "can't be prepared: the log of the service tells why"));
        }
    }
}
