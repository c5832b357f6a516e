package dev.moonlet.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that a route may answer, and its response.
 *
 * @param id names the request in logs and in problems
 */
record Exchange(
        String id, HttpServletRequest request, HttpServletResponse response, RequestPath path)
        implements Asked {

    Exchange with(HttpServletRequest request, HttpServletResponse response) {
        return new Exchange(id, request, response, path);
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String address() {
        return request.getRequestURI();
    }

    @Override
    public @Nullable String query() {
        return request.getQueryString();
    }

    @Override
    public String remote() {
        return request.getRemoteAddr();
    }

    @Override
    public @Nullable String header(String name) {
        return request.getHeader(name);
    }

    @Override
    public Map<String, Object> headers() {
        Map<String, Object> headers = new LinkedHashMap<>();
        for (Enumeration<String> names = request.getHeaderNames(); names.hasMoreElements(); ) {
            String name = names.nextElement();
            headers.computeIfAbsent(
                    name.toLowerCase(Locale.ROOT), _ -> joined(request.getHeaders(name)));
        }
        return headers;
    }

    @Override
    public Map<String, Object> cookies() {
        Map<String, Object> cookies = new LinkedHashMap<>();
        Cookie[] sent = request.getCookies();
        if (sent != null) {
            for (Cookie cookie : sent) {
                cookies.putIfAbsent(cookie.getName(), cookie.getValue());
            }
        }
        return cookies;
    }

    @Override
    public long length() {
        return request.getContentLengthLong();
    }

    @Override
    public InputStream body() throws IOException {
        return request.getInputStream();
    }

    @Override
    public Optional<Connection> connection() {
        return Optional.of(WatchConnections.of(request));
    }

    private static String joined(Enumeration<String> values) {
        String first = values.hasMoreElements() ? values.nextElement() : "";
        return values.hasMoreElements()
                ? first + ", " + String.join(", ", Collections.list(values))
                : first;
    }
}
