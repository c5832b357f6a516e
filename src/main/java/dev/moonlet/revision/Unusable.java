package dev.moonlet.revision;

/** Part of a document can't be served. */
public final class Unusable extends Exception {

    private final transient Problem problem;

    public Unusable(Problem problem) {
        super(problem.reason());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
