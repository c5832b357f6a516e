package dev.moonlet.operation;

/** Tells a script why its operation failed. */
public final class OperationFailed extends Exception {

    private final Kind kind;

    public OperationFailed(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
