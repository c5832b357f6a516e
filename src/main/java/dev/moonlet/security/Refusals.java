package dev.moonlet.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells a client that it may not; implemented by who knows what a response looks like. */
@FunctionalInterface
public interface Refusals {
    void refuse(HttpServletRequest request, HttpServletResponse response, int status)
            throws IOException;
}
