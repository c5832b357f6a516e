package dev.moonlet.http;

import dev.moonlet.operation.Origin;

/**
 * What an invocation for a route was begun with, and what the routes that it calls go on with.
 *
 * @param table the routes of the revision that the request has begun with
 * @param remote the client's address
 * @param depth how many calls of routes this is within
 */
record RouteOrigin(RouteTable table, String remote, int depth) implements Origin {

    /** What is begun by no request. */
    static RouteOrigin ofNobody(RouteTable table) {
        return new RouteOrigin(table, "", 0);
    }

    RouteOrigin within() {
        return new RouteOrigin(table, remote, depth + 1);
    }
}
