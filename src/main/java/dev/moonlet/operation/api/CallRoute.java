package dev.moonlet.operation.api;

import dev.moonlet.operation.Operation;
import dev.moonlet.operation.http.Header;
import java.util.List;

/**
 * Calls a route of the same revision without a socket; answered by a {@link
 * dev.moonlet.operation.http.Response}. The permission {@code api.call} has the template of the
 * path as resource, which is known when the route is found: so the dispatcher asks for it.
 *
 * @param method in upper case
 * @param target the path, and a query behind a question mark, percent-encoded
 * @param body nothing if it is empty
 */
public record CallRoute(String method, String target, List<Header> headers, byte[] body)
        implements Operation {}
