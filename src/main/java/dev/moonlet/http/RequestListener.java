package dev.moonlet.http;

import dev.moonlet.lua.FunctionName;
import java.time.Duration;

/** Is told of every request that the bundle's routes have answered. */
public interface RequestListener {

    /**
     * Hears of a request when its response is written.
     *
     * @param route the template of the path, or {@code NOT_FOUND} if none matches
     */
    void answered(String method, String route, int status, Duration took);

    /** Hears that a handler is called by as many as its route lets, and one more was refused. */
    void refused(FunctionName function);
}
