package dev.moonlet.http;

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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private final List<RequestPath> reserved;
    private final Revisions revisions;
    private final CrossOrigins origins;
    private final Gate gate;
    private final ServeRoute serve;
    private final Problems problems;
    private final RequestListener listener;

    RouteFilter(
            HttpProperties properties,
            Revisions revisions,
            Gate gate,
            ServeRoute serve,
            Problems problems,
            RequestListener listener) {
        reserved = properties.reserved().stream().map(RequestPath::of).toList();
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
        if (isReserved(path)) {
            if (path.hasSemicolon()) {
                problems.write(exchange, HttpStatus.BAD_REQUEST, Problems.SUSPICIOUS);
            } else {
                chain.doFilter(request, response);
            }
            return;
        }
        long start = System.nanoTime();
        Optional<RouteTable.Place> place =
                revisions.current().part(RouteTable.class).find(exchange.path());
        try {
            answer(exchange, place);
        } finally {
            listener.answered(
                    http.getMethod(),
                    place.map(RouteTable.Place::template).orElse(NO_ROUTE),
                    exchange.response().getStatus(),
                    Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private boolean isReserved(RequestPath path) {
        for (RequestPath each : reserved) {
            if (path.isBelow(each)) {
                return true;
            }
        }
        return false;
    }

    private void answer(Exchange exchange, Optional<RouteTable.Place> place)
            throws IOException, ServletException {
        Optional<Route> route = place.flatMap(found -> found.route(exchange.method()));
        try {
            if (!origins.admit(exchange, place, route)) {
                return;
            }
            Exchange admitted = exchange.with(gate.admit(exchange.request()), exchange.response());
            if (place.isEmpty()) {
                problems.write(admitted, HttpStatus.NOT_FOUND, "No route matches this path.");
            } else {
                serve(admitted, place.get(), route);
            }
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

    private void serve(Exchange exchange, RouteTable.Place place, Optional<Route> route)
            throws IOException, ServletException {
        if (route.isEmpty()) {
            refuseMethod(exchange, place);
        } else {
            serve(exchange, route.get(), place.values());
        }
    }

    private void serve(Exchange exchange, Route route, List<String> values)
            throws IOException, ServletException {
        switch (route.target()) {
            case Route.Handler handler when !takesPath(exchange, handler) ->
                    problems.write(exchange, HttpStatus.BAD_REQUEST, Problems.SUSPICIOUS);
            case Route.Handler handler ->
                    gate.pass(
                            exchange.request(),
                            exchange.response(),
                            handler.requirements(),
                            (request, response, caller) ->
                                    serve.serve(
                                            exchange.with(request, response),
                                            new Found(handler, route.template(), values),
                                            caller));
            case Route.Broken() ->
                    problems.write(
                            exchange,
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "This route is out of service until its bundle is mended.");
        }
    }

    /** A semicolon begins what frameworks drop from a path in silence. */
    private static boolean takesPath(Exchange exchange, Route.Handler handler) {
        return !exchange.path().hasSemicolon() || handler.contract().parameters().hasMatrix();
    }

    private void refuseMethod(Exchange exchange, RouteTable.Place place) throws IOException {
        exchange.response().setHeader(HttpHeaders.ALLOW, String.join(", ", place.methods()));
        if (exchange.method().equals("OPTIONS")) {
            exchange.response().setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            problems.write(
                    exchange,
                    HttpStatus.METHOD_NOT_ALLOWED,
                    "The path does not answer %s.".formatted(exchange.method()));
        }
    }

    private static RequestPath path(HttpServletRequest request) {
        String uri = request.getRequestURI();
        return RequestPath.of(uri.substring(request.getContextPath().length()));
    }

    private static String newId() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
