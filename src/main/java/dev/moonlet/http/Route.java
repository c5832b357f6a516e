package dev.moonlet.http;

import dev.moonlet.http.contract.Contract;
import dev.moonlet.lua.FunctionName;
import dev.moonlet.lua.Limits;
import dev.moonlet.lua.StatePool;
import dev.moonlet.security.Requirements;
import java.util.Optional;
import org.springframework.web.cors.CorsConfiguration;

/** Method + path template + the handler that answers. */
record Route(String method, PathTemplate template, Target target) {

    @Override
    public String toString() {
        return method + " " + template.text();
    }

    /** What a matching request gets. */
    sealed interface Target {}

    /**
     * The Lua function that answers, and what it takes to call it.
     *
     * @param places how many may call it at once
     * @param talks whether it is for WebSockets
     * @param cors whose pages may ask, if the bundle says so
     */
    record Handler(
            FunctionName function,
            StatePool states,
            Limits limits,
            Places places,
            Requirements requirements,
            boolean talks,
            Optional<CorsConfiguration> cors,
            Contract contract)
            implements Target {}

    /** The route can't be served; the report of the revision says why. */
    record Broken() implements Target {}
}
