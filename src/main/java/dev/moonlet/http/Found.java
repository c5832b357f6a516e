package dev.moonlet.http;

import java.util.Map;

/** The handler of a request, and where it was found. */
record Found(RouteTable.Place place, PathTemplate template, Route.Handler handler) {

    Map<String, String> params() {
        return template.parameters(place.values());
    }
}
