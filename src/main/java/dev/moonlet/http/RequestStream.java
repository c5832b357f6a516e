package dev.moonlet.http;

import dev.moonlet.operation.Kind;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.stream.Inlet;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of a request, if its handler reads it piece by piece. */
final class RequestStream implements Inlet {

    /** Servers hand out no more at once, or seldom. */
    private static final int ROOM = 16 << 10;

    private final InputStream body;
    private final Optional<Connection> connection;
    private final long most;
    private long received;
    private boolean begun;
    private boolean ended;
    private volatile boolean closed;

    /**
     * Reads a body.
     *
     * @param connection what it comes over; a script has sent all of it already
     * @param most how many bytes it may have
     */
    RequestStream(InputStream body, Optional<Connection> connection, long most) {
        this.body = body;
        this.connection = connection;
        this.most = most;
        receives(true);
    }

    @Override
    public synchronized boolean begin() {
        boolean takesTime = !begun && connection.isPresent();
        begun = true;
        connection.ifPresent(Connection::streams);
        return takesTime;
    }

    @Override
    public synchronized byte @Nullable [] read(int atMost) throws OperationFailed {
        if (closed) {
            throw new OperationFailed(
                    Kind.INVALID, "the body is gone: it is there until the request is answered");
        }
        if (ended) {
            return null;
        }
        if (received > most) {
            throw tooLarge();
        }
        byte[] piece = new byte[Math.min(atMost, ROOM)];
        int length = next(piece);
        if (length < 0) {
            ended = true;
            receives(false);
            return null;
        }
        received += length;
        if (received > most) {
            throw tooLarge();
        }
        return length == piece.length ? piece : Arrays.copyOf(piece, length);
    }

    /** Returns when no other thread reads any more, so that the server may read on. */
    @Override
    public void close() {
        closed = true;
        synchronized (this) {
            receives(false);
        }
    }

    private void receives(boolean does) {
        connection.ifPresent(each -> each.receives(does));
    }

    private int next(byte[] piece) throws OperationFailed {
        try {
            return body.read(piece);
        } catch (IOException broken) {
            if (broken.getCause() instanceof SocketTimeoutException) {
                throw new OperationFailed(Kind.TIMEOUT, "the client has sent nothing for too long");
            }
            connection.ifPresent(Connection::leave);
            throw new OperationFailed(Kind.CANCELED, "the client has left");
        }
    }

    private OperationFailed tooLarge() {
        return new OperationFailed(
                Kind.INVALID,
                "the body is larger than the %d bytes that are taken (moonlet.http.max-stream)"
                        .formatted(most));
    }
}
