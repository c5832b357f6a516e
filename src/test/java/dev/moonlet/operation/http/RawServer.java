package dev.moonlet.operation.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that does what no good server does, for tests. */
final class RawServer implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger accepted = new AtomicInteger();

    /** It has read the head of a request. */
    final CountDownLatch asked = new CountDownLatch(1);

    /** The other side has closed a connection that this one had left open. */
    final CountDownLatch hungUp = new CountDownLatch(1);

    /** What it does with a connection whose request has come. */
    interface Behaviour {
        void serve(RawServer self, Socket connection) throws IOException;
    }

    RawServer(Behaviour behaviour) throws IOException {
        Thread.ofVirtual().start(() -> accept(behaviour));
    }

    String url() {
        return "http://a.test:" + server.getLocalPort() + "/";
    }

    int accepted() {
        return accepted.get();
    }

    /** Reads until the other side hangs up. */
    void waitForHangUp(Socket connection) throws IOException {
        try {
            connection.getInputStream().readAllBytes();
        } finally {
            hungUp.countDown();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept(Behaviour behaviour) {
        try {
            while (true) {
                Socket connection = server.accept();
                accepted.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(connection, behaviour));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void serve(Socket connection, Behaviour behaviour) {
        try (connection) {
            readHead(connection);
            asked.countDown();
            behaviour.serve(this, connection);
        } catch (IOException _) {
            // the client has had enough
        }
    }

    /** Reads the head of a request. */
    void readHead(Socket connection) throws IOException {
        int end = 0;
        while (end != 0x0d0a0d0a) {
            int next = connection.getInputStream().read();
            if (next < 0) {
                throw new IOException("hung up");
            }
            end = end << 8 | next;
        }
    }
}
