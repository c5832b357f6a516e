package dev.moonlet.operation.http;

import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.Scope;
import dev.moonlet.security.Caller;
import dev.moonlet.security.Permissions;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.Dns;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.util.unit.DataSize;

/** A client for tests, of which every part is the real one but the names' lookup. */
record Requests(Clients clients, ClientProperties properties) implements AutoCloseable {

    static final Scope SCOPE = new Scope("1", Caller.ANONYMOUS, Instant.MAX);

    /** A client to which the hosts' names are all this machine's. */
    static Requests to(String... hosts) {
        return of(name -> Dns.SYSTEM.lookup("127.0.0.1"), (_, _) -> true, hosts);
    }

    static Requests of(Dns names, Permissions permissions, String... hosts) {
        return of(SslBundle.systemDefault(), names, permissions, hosts);
    }

    static Requests trusting(SslBundle trust, String... hosts) {
        return of(trust, name -> Dns.SYSTEM.lookup("127.0.0.1"), (_, _) -> true, hosts);
    }

    private static Requests of(
            SslBundle trust, Dns names, Permissions permissions, String... hosts) {
        ClientProperties properties =
                new ClientProperties(
                        List.of(hosts),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(5),
                        DataSize.ofKilobytes(100),
                        DataSize.ofMegabytes(1),
                        100,
                        Duration.ofMinutes(1),
                        "");
        return new Requests(
                new Clients(properties, permissions, trust, names, Requests::isCalledPublic),
                properties);
    }

    Response send(SendRequest request) throws OperationFailed, InterruptedException {
        return send(request, SCOPE);
    }

    Response send(SendRequest request, Scope scope) throws OperationFailed, InterruptedException {
        return new SendRequestDispatcher(sender()).perform(request, scope);
    }

    Response get(String url) throws OperationFailed, InterruptedException {
        return send(request("GET", url));
    }

    Sender sender() {
        return new Sender(clients, properties, Clock.systemUTC());
    }

    static SendRequest request(String method, String url, Header... headers) {
        return new SendRequest(
                method, Target.of(url, List.of()), List.of(headers), new byte[0], Bounds.USUAL);
    }

    static SendRequest posting(String url, byte[] body, Header... headers) {
        return new SendRequest(
                "POST", Target.of(url, List.of()), List.of(headers), body, Bounds.USUAL);
    }

    static SendRequest within(Duration timeout, String url) {
        return bounded(url, new Bounds(Optional.of(timeout), OptionalLong.empty(), 5));
    }

    static SendRequest bounded(String url, Bounds bounds) {
        return new SendRequest("GET", Target.of(url, List.of()), List.of(), new byte[0], bounds);
    }

    @Override
    public void close() {
        clients.destroy();
    }

    /** No test goes to the internet: one address of this machine stands for it. */
    private static boolean isCalledPublic(InetAddress address) {
        return address.getHostAddress().equals("127.0.0.2");
    }
}
