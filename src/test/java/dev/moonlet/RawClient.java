package dev.moonlet;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends what no well-behaved client would. */
final class RawClient implements AutoCloseable {

    private final Socket socket;

    RawClient(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(60_000); // so that a test that waits in vain fails
    }

    /** Asks for a target as it is written, and returns the whole response. */
    String get(String target) throws IOException {
        return exchange(
                "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    /** Sends a request as it is written, and returns all that comes until the server closes. */
    String exchange(String request) throws IOException {
        send(request);
        return received();
    }

    /** Waits for a text, in what has come since the last. */
    void awaits(String text) throws IOException {
        StringBuilder seen = new StringBuilder();
        while (seen.indexOf(text) < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("closed after " + seen);
            }
            seen.append((char) next);
        }
    }

    /** All that comes until the server closes. */
    String received() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Sends a text as it is. */
    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
