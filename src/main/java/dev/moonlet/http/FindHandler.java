package dev.moonlet.http;

import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Finds the handler of a request at the place where its path leads. */
final class FindHandler {

    private FindHandler() {}

    /** The handler, unless nothing answers there, or not this method. */
    static Found of(Asked asked, Optional<RouteTable.Place> place) throws Refusal {
        if (place.isEmpty()) {
            throw nothing();
        }
        Route route =
                place.get()
                        .route(asked.method())
                        .orElseThrow(() -> wrongMethod(asked, place.get()));
        return switch (route.target()) {
            case Route.Handler handler when !takesPath(asked, handler) ->
                    throw new Refusal(HttpStatus.BAD_REQUEST, Problems.SUSPICIOUS);
            case Route.Handler handler -> new Found(place.get(), route.template(), handler);
            case Route.Broken() ->
                    throw new Refusal(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "This route is out of service until its bundle is mended.");
        };
    }

    static Refusal nothing() {
        return new Refusal(HttpStatus.NOT_FOUND, "No route matches this path.");
    }

    private static Refusal wrongMethod(Asked asked, RouteTable.Place place) {
        return new Refusal(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "The path does not answer %s.".formatted(asked.method()))
                .with(HttpHeaders.ALLOW, place.allow());
    }

    /** A semicolon begins what frameworks drop from a path in silence. */
    private static boolean takesPath(Asked asked, Route.Handler handler) {
        return !asked.path().hasSemicolon() || handler.contract().parameters().hasMatrix();
    }
}
