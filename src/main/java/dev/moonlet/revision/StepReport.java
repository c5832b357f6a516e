package dev.moonlet.revision;

import java.time.Duration;
import java.util.List;

/** What became of a bundle in one step. */
public record StepReport(Step step, Outcome outcome, Duration took, List<Problem> problems) {

    /** How a step has ended. */
    public enum Outcome {
        DONE,
        /** Part of the bundle was left out, or all of it is refused. */
        FAILED,
        /** A step before it has failed. */
        SKIPPED
    }
}
