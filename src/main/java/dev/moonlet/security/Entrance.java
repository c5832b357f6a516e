package dev.moonlet.security;

import jakarta.servlet.ServletException;
import java.io.IOException;

/** Where a request goes when its caller is known. */
@FunctionalInterface
public interface Entrance {
    void enter(Caller caller) throws IOException, ServletException;
}
