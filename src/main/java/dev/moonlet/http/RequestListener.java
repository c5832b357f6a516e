package dev.moonlet.http;

import java.time.Duration;

/** Is told of every request that the bundle's routes have answered. */
@FunctionalInterface
public interface RequestListener {

    /**
     * Hears of a request when its response is written.
     *
     * @param route the template of the path, or {@code NOT_FOUND} if none matches
     */
    void answered(String method, String route, int status, Duration took);
}
