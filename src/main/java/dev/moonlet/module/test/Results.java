package dev.moonlet.module.test;

import dev.moonlet.revision.Problem;
import java.util.ArrayList;
import java.util.List;

/** What became of tests. */
final class Results {

    /** Who mends a hundred sees the others next. */
    private static final int MOST_TOLD = 100;

    private final List<Problem> failures = new ArrayList<>();
    private final List<Problem> end = new ArrayList<>();
    private int passed;
    private int skipped;
    private int failed;

    void pass() {
        passed++;
    }

    void skip() {
        skipped++;
    }

    void fail(Problem problem) {
        failed++;
        if (failures.size() < MOST_TOLD) {
            failures.add(problem);
        }
    }

    /** There is no time for what is left. */
    void end(Problem problem) {
        end.add(problem);
    }

    int run() {
        return passed + failed;
    }

    int skipped() {
        return skipped;
    }

    int failed() {
        return failed;
    }

    /** Why they have failed, the first of them. */
    List<Problem> failures() {
        List<Problem> told = new ArrayList<>(failures);
        if (failed > MOST_TOLD) {
            told.add(
                    new Problem(
                            "lua/tests",
                            0,
                            "%d more have failed than these".formatted(failed - MOST_TOLD)));
        }
        told.addAll(end);
        return told;
    }
}
