package dev.moonlet.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moonlet.operation.Kind;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.stream.Link;
import dev.moonlet.operation.stream.Message;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A WebSocket between Tomcat, whose threads bring messages, and the invocation that reads them. */
final class SocketLink extends Endpoint implements Link {

    /** Messages that wait to be read; a client that sends more waits. */
    private static final int MOST = 16;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

    private final WebSocketProperties properties;
    private final Queue<Message> arrived = new ArrayDeque<>();
    private @Nullable Session session;
    private Message.@Nullable Closed closed;
    private long lastHeard = System.nanoTime();

    SocketLink(WebSocketProperties properties) {
        this.properties = properties;
    }

    @Override
    public void onOpen(Session opened, EndpointConfig config) {
        int most = Math.toIntExact(properties.maxMessage().toBytes());
        opened.setMaxTextMessageBufferSize(most);
        opened.setMaxBinaryMessageBufferSize(most);
        opened.getUserProperties()
                .put(
                        "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT",
                        properties.writeTimeout().toMillis());
        opened.addMessageHandler(
                String.class, text -> arrive(new Message.Data(text.getBytes(UTF_8), true)));
        opened.addMessageHandler(byte[].class, bytes -> arrive(new Message.Data(bytes, false)));
        opened.addMessageHandler(PongMessage.class, _ -> hear());
        synchronized (this) {
            session = opened;
        }
        arrive(new Message.Opened());
        Thread.ofVirtual().name("websocket-ping").start(() -> ping(properties.ping()));
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        String why = reason.getReasonPhrase();
        close(new Message.Closed(reason.getCloseCode().getCode(), why == null ? "" : why));
    }

    @Override
    public void onError(Session session, Throwable error) {
        // Tomcat closes, and says so
    }

    @Override
    public synchronized Message read() throws InterruptedException {
        while (arrived.isEmpty() && closed == null) {
            wait();
        }
        Message next = arrived.poll();
        notifyAll();
        return next == null ? Objects.requireNonNull(closed) : next;
    }

    @Override
    public void write(byte[] bytes, boolean isText) throws OperationFailed {
        Session open = open();
        try {
            synchronized (open) {
                if (isText) {
                    open.getBasicRemote().sendText(new String(bytes, UTF_8));
                } else {
                    open.getBasicRemote().sendBinary(ByteBuffer.wrap(bytes));
                }
            }
        } catch (IOException | IllegalStateException left) {
            throw new OperationFailed(Kind.CANCELED, "the client has left");
        }
    }

    @Override
    public void close(int code, String reason) {
        Session open;
        synchronized (this) {
            open = session;
        }
        close(new Message.Closed(code, reason));
        if (open != null) {
            try {
                open.close(new CloseReason(CloseCodes.getCloseCode(code), reason));
            } catch (IOException gone) {
                // so it is closed
            }
        }
    }

    private synchronized Session open() throws OperationFailed {
        if (session == null || closed != null) {
            throw new OperationFailed(Kind.CANCELED, "the connection is closed");
        }
        return session;
    }

    private synchronized void close(Message.Closed message) {
        if (closed == null) {
            closed = message;
        }
        notifyAll();
    }

    /** Asks the client from time to time whether it is there, and takes its silence for a no. */
    private void ping(Duration pause) {
        try {
            while (isOpenAfter(pause)) {
                Session open = open();
                synchronized (open) {
                    open.getBasicRemote().sendPing(NOTHING);
                }
            }
        } catch (OperationFailed | IOException | IllegalStateException left) {
            close(CloseCodes.GOING_AWAY.getCode(), "");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isOpenAfter(Duration pause)
            throws InterruptedException, OperationFailed {
        long end = System.nanoTime() + pause.toNanos();
        for (long left = pause.toMillis(); left > 0 && closed == null; ) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
        if (System.nanoTime() - lastHeard > 2 * pause.toNanos()) {
            throw new OperationFailed(Kind.CANCELED, "the client is silent");
        }
        return closed == null;
    }

    private synchronized void hear() {
        lastHeard = System.nanoTime();
    }

    private synchronized void arrive(Message message) {
        hear();
        try {
            while (arrived.size() >= MOST && closed == null) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (closed == null) {
            arrived.add(message);
            notifyAll();
        }
    }
}
