package dev.moonlet.operation.http;

import dev.moonlet.operation.Kind;
import dev.moonlet.operation.OperationFailed;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How many bytes of responses may still come, for one response or for several at once. */
final class Room {

    private final long size;
    private final String problem;
    private final @Nullable Room outer;
    private final AtomicLong left;

    private Room(long size, String problem, @Nullable Room outer) {
        this.size = size;
        this.problem = problem;
        this.outer = outer;
        left = new AtomicLong(size);
    }

    /**
     * Room for so many bytes.
     *
     * @param problem what it is if there are more
     */
    static Room of(long size, String problem) {
        return new Room(size, problem, null);
    }

    /** A part of this room, which others fill as well. */
    Room part(long bytes, String tooLarge) {
        return new Room(bytes, tooLarge, this);
    }

    /** Says early that what is announced does not fit. */
    void expect(long bytes) throws OperationFailed {
        if (bytes > left.get()) {
            throw tooLarge();
        }
        if (outer != null) {
            outer.expect(bytes);
        }
    }

    void take(long bytes) throws OperationFailed {
        if (left.addAndGet(-bytes) < 0) {
            throw tooLarge();
        }
        if (outer != null) {
            outer.take(bytes);
        }
    }

    /** Invalid, for it would be as large another time. */
    private OperationFailed tooLarge() {
        return new OperationFailed(Kind.INVALID, "%s, %d bytes".formatted(problem, size));
    }
}
