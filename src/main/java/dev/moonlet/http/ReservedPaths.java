package dev.moonlet.http;

import java.util.List;

/** Paths that the service keeps for itself, with all below them. */
record ReservedPaths(List<RequestPath> all) {

    static ReservedPaths of(HttpProperties properties) {
        return new ReservedPaths(properties.reserved().stream().map(RequestPath::of).toList());
    }

    boolean have(RequestPath path) {
        for (RequestPath each : all) {
            if (path.isBelow(each)) {
                return true;
            }
        }
        return false;
    }
}
