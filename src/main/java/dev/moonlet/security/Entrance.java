package dev.moonlet.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Where a request goes when its caller is known; the filters may have wrapped it on its way. */
@FunctionalInterface
public interface Entrance {
    void enter(HttpServletRequest request, HttpServletResponse response, Caller caller)
            throws IOException, ServletException;
}
