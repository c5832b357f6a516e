package dev.moonlet.http;

import dev.moonlet.http.PathTemplate.Segment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The routes of a bundle that is being prepared, and those that turned out broken so far. */
final class Plan {

    private final List<PlannedRoute> routes = new ArrayList<>();
    private final Map<Shape, PlannedRoute> shapes = new HashMap<>();
    private final Set<PlannedRoute> broken = Collections.newSetFromMap(new IdentityHashMap<>());

    /** The same routes, none of which is broken yet. */
    Plan again() {
        Plan plan = new Plan();
        routes.forEach(plan::add);
        return plan;
    }

    private record Shape(String method, List<Segment> segments) {}

    /** Adds a route, unless one with the same method and shape is there: that one is returned. */
    Optional<PlannedRoute> add(PlannedRoute route) {
        Shape shape = new Shape(route.method(), route.template().segments());
        PlannedRoute other = shapes.putIfAbsent(shape, route);
        if (other == null) {
            routes.add(route);
        }
        return Optional.ofNullable(other);
    }

    List<PlannedRoute> routes() {
        return routes;
    }

    /** The handler of a route, unless it is broken. */
    Optional<PlannedHandler> handler(PlannedRoute route) {
        return broken.contains(route) ? Optional.empty() : route.handler();
    }

    void breakDown(PlannedRoute route) {
        broken.add(route);
    }
}
