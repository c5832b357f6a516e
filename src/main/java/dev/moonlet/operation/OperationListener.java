package dev.moonlet.operation;

/** Is told of the operations that are performed: for figures and for traces. */
@FunctionalInterface
public interface OperationListener {

    /** Nobody listens. */
    OperationListener NONE = (_, _) -> _ -> {};

    /** One begins, on the thread that performs it. */
    Performance begins(Operation operation, Scope scope);

    /** One operation that is performed. */
    @FunctionalInterface
    interface Performance {
        void ended(Answer answer);
    }
}
