package dev.moonlet.http;

import dev.moonlet.http.PathTemplate.Literal;
import dev.moonlet.http.PathTemplate.Mixed;
import dev.moonlet.http.PathTemplate.Name;
import dev.moonlet.http.PathTemplate.Segment;
import dev.moonlet.module.http.Reply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The routes of a revision as a tree of path segments, so that finding one takes as long as its
 * path is, however many there are. A literal segment goes before one that mixes text and names, the
 * more text the earlier, and that before a name alone.
 */
final class RouteTable {

    private final Node root = new Node();

    /** Adds a route; there is none of the same method and shape. */
    void add(Route route) {
        Node node = root;
        for (Segment segment : route.template().segments()) {
            node = node.next(segment);
        }
        node.routes.put(route.method(), route);
    }

    /** What is at a path: the routes by method, and the values in the places of its templates. */
    Optional<Place> find(RequestPath path) {
        Deque<String> values = new ArrayDeque<>(4);
        Node node = root.find(path.segments(), 0, values);
        return node == null
                ? Optional.empty()
                : Optional.of(new Place(this, node.routes, List.copyOf(values)));
    }

    /**
     * Where a path leads.
     *
     * @param values what stands in the places of the template's names
     */
    record Place(RouteTable table, Map<String, Route> routes, List<String> values) {

        /** The route for a method; GET answers HEAD too, and the server keeps its body back. */
        Optional<Route> route(String method) {
            Route route = routes.get(method);
            return route == null && method.equals("HEAD")
                    ? Optional.ofNullable(routes.get("GET"))
                    : Optional.ofNullable(route);
        }

        /** All methods that are answered here. */
        SortedSet<String> methods() {
            SortedSet<String> methods = new TreeSet<>(routes.keySet());
            methods.add("OPTIONS");
            if (methods.contains("GET")) {
                methods.add("HEAD");
            }
            return methods;
        }

        /** What the service itself answers to OPTIONS. */
        Reply.Answered options() {
            Reply.Header allow = new Reply.Header(HttpHeaders.ALLOW, allow());
            return new Reply.Answered(204, List.of(allow), "", new byte[0]);
        }

        /** The header that names them. */
        String allow() {
            return String.join(", ", methods());
        }

        /** Whether it is the service itself that answers. */
        boolean isOptions(String method) {
            return method.equals("OPTIONS") && !routes.containsKey(method);
        }

        String template() {
            return routes.values().iterator().next().template().text();
        }
    }

    private static final class Node {

        private final Map<String, Node> literals = new HashMap<>();
        private final List<Choice> mixed = new ArrayList<>();
        private final Map<String, Route> routes = new TreeMap<>();
        private @Nullable Node any;

        Node next(Segment segment) {
            return switch (segment) {
                case Literal(String text) -> literals.computeIfAbsent(text, _ -> new Node());
                case Mixed texts -> mixed(texts);
                case Name() -> {
                    if (any == null) {
                        any = new Node();
                    }
                    yield any;
                }
            };
        }

        private Node mixed(Mixed segment) {
            for (Choice choice : mixed) {
                if (choice.segment.equals(segment)) {
                    return choice.node;
                }
            }
            Choice choice = new Choice(segment, new Node());
            mixed.add(choice);
            mixed.sort(Comparator.comparingInt(each -> -each.segment.length()));
            return choice.node;
        }

        @Nullable Node find(List<String> path, int depth, Deque<String> values) {
            if (depth == path.size()) {
                return routes.isEmpty() ? null : this;
            }
            String segment = path.get(depth);
            Node literal = literals.get(segment);
            Node found = literal == null ? null : literal.find(path, depth + 1, values);
            if (found != null || !isValue(segment)) {
                return found;
            }
            if (!mixed.isEmpty()) {
                found = findMixed(path, depth, values);
            }
            if (found != null || any == null) {
                return found;
            }
            values.addLast(segment);
            found = any.find(path, depth + 1, values);
            if (found == null) {
                values.removeLast();
            }
            return found;
        }

        private @Nullable Node findMixed(List<String> path, int depth, Deque<String> values) {
            for (Choice choice : mixed) {
                List<String> taken = choice.segment.values(path.get(depth));
                if (taken != null) {
                    values.addAll(taken);
                    Node found = choice.node.find(path, depth + 1, values);
                    if (found != null) {
                        return found;
                    }
                    taken.forEach(_ -> values.removeLast());
                }
            }
            return null;
        }

        /** An empty segment or a dot is a slip of the path, not a value. */
        private static boolean isValue(String segment) {
            return !segment.isEmpty() && !segment.equals(".") && !segment.equals("..");
        }
    }

    /** Where a segment that mixes text and names leads. */
    private record Choice(Mixed segment, Node node) {}
}
