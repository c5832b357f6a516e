package dev.moonlet;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A server that requests are sent on to, and that tells what has come. */
final class Upstream implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Got> got = new LinkedBlockingQueue<>();

    /** A request that has come. */
    record Got(String method, String uri, Headers headers, byte[] body) {}

    Upstream() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        serving("/", exchange -> exchange.sendResponseHeaders(204, -1));
        server.start();
    }

    Upstream serving(String path, HttpHandler handler) {
        server.createContext(
                path,
                exchange -> {
                    try (exchange) {
                        got.add(read(exchange));
                        handler.handle(exchange);
                    }
                });
        return this;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The next request that has come. */
    Got next() throws InterruptedException {
        Got next = got.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no request has come");
        }
        return next;
    }

    void forget() {
        got.clear();
    }

    boolean isUnasked() {
        return got.isEmpty();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static Got read(HttpExchange exchange) throws IOException {
        return new Got(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                exchange.getRequestBody().readAllBytes());
    }
}
