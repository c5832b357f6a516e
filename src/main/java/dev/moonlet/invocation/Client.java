package dev.moonlet.invocation;

/** Who waits for what comes of an invocation. */
@FunctionalInterface
public interface Client {

    /** One that does not leave. */
    Client PATIENT = () -> false;

    /** Whether it has left, so that nobody will hear of the outcome; asked from any thread. */
    boolean hasLeft();

    /** Whether it runs itself, so that what it waits for runs even when no others begin. */
    default boolean isInvocation() {
        return false;
    }

    /** Whether it reads what it is sent as it comes. */
    default boolean isStreaming() {
        return false;
    }
}
