package dev.moonlet.module;

import dev.moonlet.invocation.LogContext;
import dev.moonlet.revision.OneLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Loads what the stages of a profile name: the required at once, the optional behind them. */
final class Loading {

    private static final Logger LOG = LoggerFactory.getLogger(Loading.class);

    private final String profile;
    private final List<Stage> stages;
    private final Loader loader;
    private final List<LoadStep> steps;

    /** Loads one module or script. */
    @FunctionalInterface
    interface Loader {

        /** Returns why it can't be loaded in this time, if it can't. */
        Optional<String> load(String name, Duration time);
    }

    Loading(Profile profile, Loader loader) {
        this.profile = profile.name();
        this.loader = loader;
        stages =
                profile.stages().stream().sorted(Comparator.comparingInt(Stage::priority)).toList();
        steps = new CopyOnWriteArrayList<>(plan());
    }

    private List<LoadStep> plan() {
        List<LoadStep> plan = new ArrayList<>();
        for (Stage stage : stages) {
            stage.required().forEach(name -> plan.add(LoadStep.waiting(stage, name, true)));
        }
        for (Stage stage : stages) {
            stage.optional().forEach(name -> plan.add(LoadStep.waiting(stage, name, false)));
        }
        return plan;
    }

    /** What is to be loaded, in its order, and what became of it so far. */
    List<LoadStep> steps() {
        return List.copyOf(steps);
    }

    /** Loads what is required, and tells why that failed, if it did; then begins with the rest. */
    Optional<String> run(LoadTime time) {
        long start = System.nanoTime();
        for (Stage stage : stages) {
            Optional<LoadStep> failed = run(stage, true, time.atMost(stage.timeout()));
            if (failed.isPresent()) {
                return failed.map(this::reason);
            }
        }
        sum(true, start);
        if (steps.stream().anyMatch(step -> !step.required())) {
            Thread.startVirtualThread(LogContext.carried(this::runOptional));
        }
        return Optional.empty();
    }

    private void runOptional() {
        long start = System.nanoTime();
        stages.forEach(stage -> run(stage, false, stage.timeout()));
        sum(false, start);
    }

    private void sum(boolean required, long start) {
        List<LoadStep> all = steps.stream().filter(step -> step.required() == required).toList();
        if (!all.isEmpty()) {
            LOG.info(
                    "profile {}: loaded {} of {} that are {} in {} ms",
                    profile,
                    all.stream().filter(step -> !step.hasFailed()).count(),
                    all.size(),
                    required ? "required" : "optional",
                    Duration.ofNanos(System.nanoTime() - start).toMillis());
        }
    }

    private String reason(LoadStep failed) {
        return "profile '%s' can't be loaded: stage '%s' requires '%s': %s"
                .formatted(profile, failed.stage(), failed.name(), failed.error().orElse(""));
    }

    /** Returns what failed; behind that nothing required is tried. */
    private Optional<LoadStep> run(Stage stage, boolean required, Duration time) {
        long deadline = System.nanoTime() + time.toNanos();
        for (int i = 0; i < steps.size(); i++) {
            LoadStep step = steps.get(i);
            if (step.stage().equals(stage.name()) && step.required() == required) {
                LoadStep done = load(i, Duration.ofNanos(deadline - System.nanoTime()));
                if (required && done.hasFailed()) {
                    return Optional.of(done);
                }
            }
        }
        return Optional.empty();
    }

    private LoadStep load(int i, Duration left) {
        LoadStep step = steps.get(i).now(Progress.LOADING);
        tell(i, step);
        Optional<String> failure =
                left.isPositive()
                        ? loader.load(step.name(), left)
                        : Optional.of("the time of the stage is over");
        LoadStep done = failure.map(step::failed).orElseGet(() -> step.now(Progress.LOADED));
        tell(i, done);
        return done;
    }

    private void tell(int i, LoadStep step) {
        steps.set(i, step);
        LOG.atLevel(step.hasFailed() ? Level.WARN : Level.DEBUG)
                .log(
                        "profile {}, stage {}: {} {} ({}/{}){}",
                        profile,
                        step.stage(),
                        step.progress().word(),
                        step.name(),
                        i + 1,
                        steps.size(),
                        OneLine.of(step.error().map(": "::concat).orElse("")));
    }
}
