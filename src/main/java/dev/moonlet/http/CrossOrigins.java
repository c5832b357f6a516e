package dev.moonlet.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;

/** Tells browsers whose pages may ask, before anybody looks at who asks. */
final class CrossOrigins {

    private final Optional<CorsConfiguration> usual;
    private final Problems problems;
    private final Processor processor = new Processor();

    CrossOrigins(CorsProperties properties, Problems problems) {
        usual = properties.configuration();
        this.problems = problems;
    }

    /** Whether the request is to be answered by somebody else; if not, it is answered here. */
    boolean admit(Exchange exchange, Optional<RouteTable.Place> place, Optional<Route> route)
            throws IOException {
        return isPreflight(exchange)
                ? !answers(exchange, place)
                : admit(exchange, place, rules(route), exchange.method());
    }

    /** Forgets what was to be answered, but not whose pages may read it. */
    static void reset(HttpServletResponse response) {
        Map<String, Collection<String>> kept = new LinkedHashMap<>();
        for (String name : response.getHeaderNames()) {
            if (name.startsWith("Access-Control-") || name.equals(HttpHeaders.VARY)) {
                kept.put(name, response.getHeaders(name));
            }
        }
        response.reset();
        kept.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    }

    private static boolean isPreflight(Exchange exchange) {
        return exchange.method().equals("OPTIONS")
                && CorsUtils.isPreFlightRequest(exchange.request());
    }

    private boolean answers(Exchange exchange, Optional<RouteTable.Place> place)
            throws IOException {
        String method = exchange.request().getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        Optional<CorsConfiguration> rules = rules(place.flatMap(found -> found.route(method)));
        if (rules.isEmpty()) {
            return false;
        }
        exchange.response().setStatus(HttpStatus.NO_CONTENT.value());
        admit(exchange, place, rules, method);
        return true;
    }

    private boolean admit(
            Exchange exchange,
            Optional<RouteTable.Place> place,
            Optional<CorsConfiguration> rules,
            String method)
            throws IOException {
        if (rules.isEmpty()
                || processor.processRequest(
                        of(rules.get(), place, method), exchange.request(), exchange.response())) {
            return true;
        }
        problems.write(
                exchange,
                HttpStatus.FORBIDDEN,
                "Pages of this origin may not ask this, or not in this way.");
        return false;
    }

    private Optional<CorsConfiguration> rules(Optional<Route> route) {
        return route.isPresent()
                        && route.get().target() instanceof Route.Handler handler
                        && handler.cors().isPresent()
                ? handler.cors()
                : usual;
    }

    /** Where no methods are named, they are those of the path; of no path, whichever is asked. */
    private static CorsConfiguration of(
            CorsConfiguration rules, Optional<RouteTable.Place> place, String method) {
        if (rules.getAllowedMethods() != null) {
            return rules;
        }
        CorsConfiguration whole = new CorsConfiguration(rules);
        whole.setAllowedMethods(
                place.map(found -> List.copyOf(found.methods())).orElse(List.of(method)));
        return whole;
    }

    /** Leaves the answer to a request that it rejects to somebody who writes problems. */
    private static final class Processor extends DefaultCorsProcessor {

        @Override
        protected void rejectRequest(ServerHttpResponse response) {
            // answered by who has called
        }
    }
}
