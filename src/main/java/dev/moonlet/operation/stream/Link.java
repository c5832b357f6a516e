package dev.moonlet.operation.stream;

/** A connection on which both sides send messages. */
public interface Link extends Outlet {

    /** Waits for what comes next. */
    Message read() throws InterruptedException;

    /** Tells the client that nothing more is said, and why. */
    void close(int code, String reason);
}
