package dev.moonlet.http;

import dev.moonlet.revision.Problem;

/** Part of a document can't be served. */
final class Unusable extends Exception {

    private final transient Problem problem;

    Unusable(Problem problem) {
        super(problem.reason());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
