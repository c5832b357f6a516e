package dev.moonlet.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.moonlet.module.http.Streaming;
import dev.moonlet.operation.Kind;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.stream.Outlet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;

/** The response of a request, if its handler writes it piece by piece. */
final class ResponseStream implements Streaming, Outlet {

    /** What clients of events read over. */
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(US_ASCII);

    private final HttpServletResponse response;
    private final Connection connection;
    private final int maxHeaders;
    private boolean begun;
    private boolean ended;
    private long lastWrite;

    ResponseStream(HttpServletResponse response, Connection connection, int maxHeaders) {
        this.response = response;
        this.connection = connection;
        this.maxHeaders = maxHeaders;
    }

    @Override
    public synchronized Outlet begin(Head head) throws OperationFailed {
        int size = WriteReply.size(head.headers());
        if (size > maxHeaders) {
            throw new OperationFailed(Kind.INTERNAL, WriteReply.tooLarge(size, maxHeaders));
        }
        begun = true;
        connection.streams();
        WriteReply.head(response, head.status(), head.contentType(), head.headers());
        if (!response.containsHeader(HttpHeaders.CONTENT_LENGTH)) {
            // Proxies that collect responses are asked not to.
            response.setHeader("X-Accel-Buffering", "no");
        }
        head.idle().ifPresent(this::keepAlive);
        try {
            flush();
        } catch (OperationFailed left) {
            // so that the invocation is canceled
        }
        return this;
    }

    @Override
    public synchronized void write(byte[] bytes, boolean isText) throws OperationFailed {
        if (ended) {
            throw new OperationFailed(Kind.INVALID, "the stream has ended");
        }
        try {
            response.getOutputStream().write(bytes);
        } catch (IOException left) {
            throw left();
        }
        flush();
    }

    /** Whether the head of the response is written, so that no other can be. */
    synchronized boolean isBegun() {
        return begun;
    }

    /** Nothing more is written. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    private void flush() throws OperationFailed {
        try {
            response.flushBuffer();
            lastWrite = System.nanoTime();
        } catch (IOException left) {
            throw left();
        }
    }

    private OperationFailed left() {
        connection.leave();
        return new OperationFailed(Kind.CANCELED, "the client has left");
    }

    private void keepAlive(Duration idle) {
        lastWrite = System.nanoTime();
        Thread.ofVirtual().name("heartbeat").start(() -> beat(idle));
    }

    private synchronized void beat(Duration idle) {
        try {
            while (!ended) {
                long left = idle.toNanos() - (System.nanoTime() - lastWrite);
                if (left > 0) {
                    wait(left / 1_000_000 + 1);
                } else {
                    write(HEARTBEAT, true);
                }
            }
        } catch (OperationFailed | InterruptedException left) {
            ended = true;
        }
    }
}
