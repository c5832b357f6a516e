package dev.moonlet.operation;

/**
 * What an invocation was begun for. Who begins invocations finds in it again, when an operation is
 * performed, what has to stay the same until they end.
 */
public interface Origin {

    /** Nothing has to. */
    Origin NONE = new Origin() {};
}
