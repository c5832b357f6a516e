package dev.moonlet.lua.differential;

import java.time.Duration;
import java.util.Optional;

/** Compares what programs come to here with what they come to in C Lua. */
final class Comparison {

    /** A program that is slow for one of the two is not worth more. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final CLua reference;
    private final Implementation candidate;

    Comparison(CLua reference, Implementation candidate) {
        this.reference = reference;
        this.candidate = candidate;
    }

    /**
     * A program that does not do the same in both.
     *
     * @param expected what C Lua made of it
     */
    record Difference(String program, Outcome expected, Outcome actual) {

        /** Whether another is of the same sort, so that the one may stand for the other. */
        boolean isLike(Difference other) {
            return expected.end().equals(other.expected.end())
                    && actual.end().equals(other.actual.end());
        }
    }

    Optional<Difference> difference(String program) {
        Outcome expected = reference.run(program);
        if (expected.isBeyondComparison()) {
            return Optional.empty();
        }
        Outcome actual = candidate.run(program);
        return actual.isBeyondComparison() || isAsGood(program, expected, actual)
                ? Optional.empty()
                : confirmed(program, actual);
    }

    private static boolean isAsGood(String program, Outcome expected, Outcome actual) {
        return actual.equals(expected)
                || (Programs.isLarge(program)
                        && actual.withoutUpvalues().equals(expected.withoutUpvalues()));
    }

    private Optional<Difference> confirmed(String program, Outcome actual) {
        Outcome expected = reference.runAfresh(program);
        return expected.isBeyondComparison() || isAsGood(program, expected, actual)
                ? Optional.empty()
                : Optional.of(new Difference(program, expected, actual));
    }

    /** The smallest program that differs in the same way, or what it has come to in some time. */
    Difference reduced(Difference difference) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String smallest =
                new Reducer(program -> System.nanoTime() < deadline && isLike(difference, program))
                        .reduce(difference.program());
        return difference(smallest).orElse(difference);
    }

    private boolean isLike(Difference difference, String program) {
        return difference(program).filter(each -> each.isLike(difference)).isPresent();
    }
}
