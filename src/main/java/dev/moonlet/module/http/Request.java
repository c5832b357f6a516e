package dev.moonlet.module.http;

import dev.moonlet.security.Caller;
import java.util.Map;

/**
 * What a handler gets to know of a request.
 *
 * @param id names the request in logs
 * @param remote the client's address
 * @param findings what is wrong with it: if anything is, no handler sees it
 */
public record Request(
        String id,
        String method,
        String path,
        Caller caller,
        String remote,
        Values values,
        Content content,
        Findings findings) {

    /**
     * Texts, or what schemas make of them: plain values as JSON has them.
     *
     * @param params the values of the path's template
     * @param headers by lower-case name
     */
    public record Values(
            Map<String, ?> params,
            Map<String, ?> query,
            Map<String, ?> headers,
            Map<String, ?> cookies) {}
}
