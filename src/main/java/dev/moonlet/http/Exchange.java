package dev.moonlet.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A request that a route may answer, and its response.
 *
 * @param id names the request in logs and in problems
 */
record Exchange(
        String id, HttpServletRequest request, HttpServletResponse response, RequestPath path) {

    Exchange with(HttpServletRequest request, HttpServletResponse response) {
        return new Exchange(id, request, response, path);
    }

    String method() {
        return request.getMethod();
    }
}
