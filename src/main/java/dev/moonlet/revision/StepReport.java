package dev.moonlet.revision;

import java.time.Duration;
import java.util.List;

/**
 * What became of a bundle in one step.
 *
 * @param notes what people should know, and what keeps nothing from being served
 */
public record StepReport(
        Step step, Outcome outcome, Duration took, List<Problem> problems, List<Problem> notes) {

    /** How a step has ended. */
    public enum Outcome {
        DONE,
        /** Part of the bundle was left out, or all of it is refused. */
        FAILED,
        /** A step before it has failed. */
        SKIPPED
    }
}
