package dev.moonlet.revision;

import java.util.List;

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
}
