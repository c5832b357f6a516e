package dev.moonlet.http;

import java.util.Optional;

/**
 * A route that a document describes.
 *
 * @param handler none if it is described wrongly
 */
record PlannedRoute(String method, PathTemplate template, Optional<PlannedHandler> handler) {

    @Override
    public String toString() {
        return method + " " + template.text();
    }
}
