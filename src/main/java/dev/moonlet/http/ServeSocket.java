package dev.moonlet.http;

import dev.moonlet.invocation.Client;
import dev.moonlet.invocation.Invocation;
import dev.moonlet.invocation.Invocations;
import dev.moonlet.invocation.LogContext;
import dev.moonlet.invocation.Outcome;
import dev.moonlet.module.http.Reply;
import dev.moonlet.module.http.Request;
import dev.moonlet.module.http.SocketCall;
import dev.moonlet.operation.stream.Link;
import dev.moonlet.revision.OneLine;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Accepts WebSockets. The invocation runs on a thread of its own for as long as the connection
 * lasts; the request waits only for what the handler says to it.
 */
@Component
final class ServeSocket {

    private static final Logger LOG = LoggerFactory.getLogger(ServeSocket.class);
    private static final int GOING_AWAY = 1001;
    private static final int FAILED = 1011;

    private final WebSocketProperties properties;
    private final Invocations invocations;

    ServeSocket(WebSocketProperties properties, Invocations invocations) {
        this.properties = properties;
        this.invocations = invocations;
    }

    /**
     * Has the handler decide, and accepts the connection if it does. The place of the route that
     * was taken for it is left when it ends.
     *
     * @return what is answered instead, if it doesn't
     */
    Optional<Outcome<Reply>> serve(Exchange exchange, Found found, Request request)
            throws IOException, ServletException {
        Accepting accepting = new Accepting(new SocketLink(properties));
        SocketCall call = new SocketCall(found.handler().function(), request, accepting::accept);
        Invocation<Reply> invocation = found.invocation(request, call);
        Thread.ofVirtual()
                .name("websocket")
                .start(
                        LogContext.carried(() -> {
                            try {
                                run(invocation, accepting);
                            } finally {
                                found.handler().places().leave();
                            }
                        }));
        Optional<Outcome<Reply>> refused = accepting.decision().join();
        if (refused.isEmpty()) {
            upgrade(exchange, accepting.link());
        }
        return refused;
    }

    private void run(Invocation<Reply> invocation, Accepting accepting) {
        Outcome<Reply> outcome = new Outcome.Refused<>("internal error");
        try {
            outcome = invocations.run(invocation, accepting);
        } catch (RuntimeException | Error unexpected) {
            LOG.error("request {}: a WebSocket failed", invocation.id(), unexpected);
        }
        if (accepting.decision().complete(Optional.of(outcome))) {
            return;
        }
        if (outcome instanceof Outcome.Failed<Reply>(var failure)) {
            LOG.error(
                    "request {}: {}: {}",
                    invocation.id(),
                    invocation.call().function(),
                    OneLine.of(failure.message()));
            accepting.link().close(FAILED, "");
        } else {
            accepting.link().close(GOING_AWAY, "");
        }
    }

    /** Refuses a request that can't become a WebSocket. */
    static void check(HttpServletRequest request) throws Refusal {
        if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            throw new Refusal(
                    HttpStatus.UPGRADE_REQUIRED, "This path is for WebSockets: ask to upgrade.");
        }
        if (!isOfThisSite(request)) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN, "Pages of other sites can't connect to this path.");
        }
    }

    /** Browsers send along credentials for any page that asks them to connect. */
    private static boolean isOfThisSite(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            return true;
        }
        try {
            URI page = URI.create(origin);
            String host = page.getPort() < 0 ? page.getHost() : page.getAuthority();
            return String.valueOf(host).equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
        } catch (IllegalArgumentException noOrigin) {
            return false;
        }
    }

    private static void upgrade(Exchange exchange, SocketLink link)
            throws IOException, ServletException {
        HttpServletRequest request = exchange.request();
        ServerContainer container =
                (ServerContainer)
                        request.getServletContext().getAttribute(ServerContainer.class.getName());
        ServerEndpointConfig config =
                ServerEndpointConfig.Builder.create(SocketLink.class, "/")
                        .configurator(new Instance(link))
                        .build();
        try {
            container.upgradeHttpToWebSocket(request, exchange.response(), config, Map.of());
        } catch (DeploymentException | IOException | RuntimeException failure) {
            link.close(GOING_AWAY, "");
            throw new ServletException(failure);
        }
    }

    /** A connection that the handler has not accepted yet. */
    private record Accepting(SocketLink link, CompletableFuture<Optional<Outcome<Reply>>> decision)
            implements Client {

        Accepting(SocketLink link) {
            this(link, new CompletableFuture<>());
        }

        Link accept() {
            decision.complete(Optional.empty());
            return link;
        }

        @Override
        public boolean hasLeft() {
            return false;
        }

        @Override
        public boolean isStreaming() {
            return decision.isDone();
        }
    }

    /** Gives Tomcat the link that is there already. */
    private static final class Instance extends ServerEndpointConfig.Configurator {

        private final SocketLink link;

        Instance(SocketLink link) {
            this.link = link;
        }

        @Override
        public <T> T getEndpointInstance(Class<T> type) {
            return type.cast(link);
        }
    }
}
