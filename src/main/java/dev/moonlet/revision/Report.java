package dev.moonlet.revision;

import java.util.List;
import java.util.Locale;

/**
 * What became of a bundle, step by step.
 *
 * @param refused whether nothing of it is to be served
 */
public record Report(boolean refused, List<StepReport> steps) {

    /** What is wrong with it, in the order in which it was found. */
    public List<Problem> problems() {
        return steps.stream().flatMap(step -> step.problems().stream()).toList();
    }

    /** What people should know of it, and what keeps nothing from being served. */
    public List<Problem> notes() {
        return steps.stream().flatMap(step -> step.notes().stream()).toList();
    }

    /** The same for a terminal. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (StepReport step : steps) {
            text.append(
                    "%-8s %-7s %5d ms%n"
                            .formatted(
                                    step.step().word(),
                                    step.outcome().name().toLowerCase(Locale.ROOT),
                                    step.took().toMillis()));
            step.problems().forEach(problem -> text.append("  %s%n".formatted(problem)));
            step.notes().forEach(note -> text.append("  %s%n".formatted(note)));
        }
        return text.toString();
    }
}
