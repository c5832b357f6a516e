package dev.moonlet.http;

import dev.moonlet.invocation.Client;
import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Whether the client of a request is still there while its answer is made: that its end of the
 * connection is closed, or that it has reset its stream of an HTTP/2 connection. What else has
 * come, another request, stays in the buffer of the connection.
 */
final class Connection implements Client {

    private final Request request;
    private final @Nullable SocketWrapperBase<?> socket;
    private final long begun;
    private boolean over;
    private boolean left;
    private volatile boolean streams;
    private volatile boolean receives;

    Connection(Request request, @Nullable SocketWrapperBase<?> socket) {
        this.request = request;
        this.socket = socket;
        begun = request.getStartTimeNanos();
    }

    /** Its client is dropped if it takes nothing of what is written for so long. */
    void writesWithin(Duration time) {
        if (socket != null) {
            socket.setWriteTimeout(time.toMillis());
        }
    }

    /** Whether its request has a body that is not read to its end. */
    boolean hasBody() {
        return !request.isFinished();
    }

    /** Whether the server still has to read on to find the next request; asked from any thread. */
    boolean hasBodyToCome() {
        return socket != null
                && request.getStartTimeNanos() == begun
                && hasBody()
                && !socket.isClosed();
    }

    void close() {
        if (socket != null) {
            socket.close();
        }
    }

    @Override
    public synchronized boolean hasLeft() {
        left |=
                !over
                        && !receives
                        && (socket == null ? Http2Stream.isReset(request) : isClosed(socket));
        return left;
    }

    @Override
    public boolean isStreaming() {
        return streams;
    }

    /** From here on the response is written piece by piece. */
    void streams() {
        streams = true;
    }

    /**
     * Whether its request is still being read. As long as it is, who reads it notices that the
     * client has left: looking for it would take bytes away from the reader.
     */
    void receives(boolean does) {
        receives = does;
    }

    /** The client can't be reached any more. */
    synchronized void leave() {
        left = true;
    }

    /** Ends it at once, so that nobody takes what was written of a response for all of it. */
    void breakOff() {
        request.action(ActionCode.CLOSE_NOW, null);
        Http2Stream.cancel(request);
    }

    /**
     * Looks no more: from here on the connection is its server's alone.
     *
     * @return whether the client was found to have left
     */
    synchronized boolean release() {
        over = true;
        return left;
    }

    private static boolean isClosed(SocketWrapperBase<?> socket) {
        try {
            return !socket.isReadyForRead() && socket.isClosed();
        } catch (IOException closed) {
            return true;
        }
    }
}
