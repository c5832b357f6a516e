package dev.moonlet.operation.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server of HTTP/1.1 at all addresses of this machine, for tests. */
final class Web implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();

    Web() throws IOException {
        server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 100);
        server.setExecutor(threads);
        server.start();
    }

    Web serving(String path, HttpHandler handler) {
        server.createContext(
                path,
                exchange -> {
                    connections.add(exchange.getRemoteAddress());
                    try (exchange) {
                        handler.handle(exchange);
                    }
                });
        return this;
    }

    Web redirecting(String path, int status, String location) {
        return serving(
                path,
                exchange -> {
                    exchange.getResponseHeaders().set("Location", location);
                    exchange.sendResponseHeaders(status, -1);
                });
    }

    /** Answers by the method, the address, the headers that begin with X-, and the body. */
    Web echoing(String path) {
        return serving(path, Web::echo);
    }

    static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    int port() {
        return server.getAddress().getPort();
    }

    String at(String host, String path) {
        return "http://%s:%d%s".formatted(host, port(), path);
    }

    /** How many connections have brought requests. */
    int connections() {
        return connections.size();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void echo(HttpExchange exchange) throws IOException {
        StringBuilder seen = new StringBuilder();
        seen.append(exchange.getRequestMethod()).append(' ').append(exchange.getRequestURI());
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        seen.append('\n').append(name).append(": ").append(values));
        seen.append("\n\n").append(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        send(exchange, 200, isHead ? new byte[0] : seen.toString().getBytes(UTF_8));
    }
}
