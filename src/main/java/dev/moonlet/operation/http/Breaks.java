package dev.moonlet.operation.http;

import dev.moonlet.operation.Kind;
import dev.moonlet.operation.OperationFailed;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What broke a request, as scripts are told; the log has the rest. */
final class Breaks {

    private static final Logger LOG = LoggerFactory.getLogger(Breaks.class);

    private Breaks() {}

    static OperationFailed told(HttpUrl url, IOException broken) {
        String server = Target.resource(url);
        LOG.debug("a request to {} failed", server, broken);
        return switch (broken) {
            case AddressRefused _ ->
                    failed(
                            Kind.PERMISSION_DENIED,
                            "%s is not at a public address: only moonlet.client.hosts that names"
                                    + " it, without a *, allows that",
                            server);
            case UnknownHostException _ ->
                    failed(Kind.UNAVAILABLE, "the host %s is unknown", url.host());
            case SocketTimeoutException _ ->
                    failed(Kind.TIMEOUT, "no connection to %s came about in time", server);
            case ConnectException _ -> failed(Kind.UNAVAILABLE, "%s refuses connections", server);
            case NoRouteToHostException _ ->
                    failed(Kind.UNAVAILABLE, "%s can't be reached", server);
            case SSLException _ ->
                    failed(
                            Kind.UNAVAILABLE,
                            "no TLS with %s: its certificate is not trusted or not its own, or"
                                    + " it speaks another version",
                            server);
            default ->
                    failed(
                            Kind.UNAVAILABLE,
                            "%s has hung up, or does not speak HTTP as it should",
                            server);
        };
    }

    private static OperationFailed failed(Kind kind, String message, String server) {
        return new OperationFailed(kind, message.formatted(server));
    }
}
