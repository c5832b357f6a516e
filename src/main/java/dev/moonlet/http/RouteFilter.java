package dev.moonlet.http;

import dev.moonlet.revision.Revision;
import dev.moonlet.revision.Revisions;
import dev.moonlet.security.Gate;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The first to see a request. A path that the service keeps for itself goes on to Spring; any other
 * is the bundle's: its route answers, or a problem says why none does.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RouteFilter implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(RouteFilter.class);

    /** What Spring names requests by for which nothing is mapped. */
    private static final String NO_ROUTE = "NOT_FOUND";

    private final ReservedPaths reserved;
    private final Revisions revisions;
    private final CrossOrigins origins;
    private final Gate gate;
    private final ServeRoute serve;
    private final Problems problems;
    private final RequestListener listener;
    private final boolean tellsRevision;

    RouteFilter(
            HttpProperties properties,
            Revisions revisions,
            Gate gate,
            ServeRoute serve,
            Problems problems,
            RequestListener listener) {
        reserved = ReservedPaths.of(properties);
        tellsRevision = properties.revisionHeader();
        this.revisions = revisions;
        origins = new CrossOrigins(properties.cors(), problems);
        this.gate = gate;
        this.serve = serve;
        this.problems = problems;
        this.listener = listener;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        RequestPath path = path(http);
        Exchange exchange = new Exchange(newId(), http, (HttpServletResponse) response, path);
        if (reserved.have(path)) {
            if (path.hasSemicolon()) {
                problems.write(exchange, HttpStatus.BAD_REQUEST, Problems.SUSPICIOUS);
            } else {
                chain.doFilter(request, response);
            }
            return;
        }
        Revision revision = revisions.current();
        if (tellsRevision) {
            exchange.response().setHeader("X-Moonlet-Revision", revision.id());
        }
        long start = System.nanoTime();
        Optional<RouteTable.Place> place = revision.part(RouteTable.class).find(exchange.path());
        try (MDC.MDCCloseable _ = MDC.putCloseable("revision", revision.id())) {
            answer(exchange, place);
        } finally {
            listener.answered(
                    http.getMethod(),
                    place.map(RouteTable.Place::template).orElse(NO_ROUTE),
                    ServeRoute.status(exchange),
                    Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private void answer(Exchange exchange, Optional<RouteTable.Place> place)
            throws IOException, ServletException {
        Optional<Route> route = place.flatMap(found -> found.route(exchange.method()));
        try {
            if (!origins.admit(exchange, place, route)) {
                return;
            }
            Exchange admitted = exchange.with(gate.admit(exchange.request()), exchange.response());
            if (place.isPresent() && place.get().isOptions(exchange.method())) {
                WriteReply.to(exchange.response(), place.get().options());
            } else {
                serve(admitted, find(admitted, place));
            }
        } catch (Refusal refusal) {
            problems.write(exchange, refusal);
        } catch (Gate.Suspicious suspicious) {
            problems.write(exchange, HttpStatus.BAD_REQUEST, Problems.SUSPICIOUS);
        } catch (RuntimeException unexpected) {
            if (Gate.isRefusal(unexpected)) {
                problems.write(exchange, HttpStatus.BAD_REQUEST, Problems.SUSPICIOUS);
                return;
            }
            LOG.error("request {}: {} failed", exchange.id(), exchange.path().text(), unexpected);
            if (!exchange.response().isCommitted()) {
                CrossOrigins.reset(exchange.response());
                problems.write(exchange, HttpStatus.INTERNAL_SERVER_ERROR, "The service failed.");
            }
        }
    }

    private Found find(Exchange exchange, Optional<RouteTable.Place> place) throws Refusal {
        if (place.isEmpty() && !revisions.isServing()) {
            throw new Refusal(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "No revision of the bundle is served yet.")
                    .with(HttpHeaders.RETRY_AFTER, "1");
        }
        return FindHandler.of(exchange, place);
    }

    private void serve(Exchange exchange, Found found) throws IOException, ServletException {
        gate.pass(
                exchange.request(),
                exchange.response(),
                found.handler().requirements(),
                (request, response, caller) ->
                        serve.serve(exchange.with(request, response), found, caller));
    }

    private static RequestPath path(HttpServletRequest request) {
        String uri = request.getRequestURI();
        return RequestPath.of(uri.substring(request.getContextPath().length()));
    }

    private static String newId() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
