package dev.moonlet.module.http;

import java.util.Map;

/**
 * What a handler gets to know of a request.
 *
 * @param id names the request in logs
 * @param params the values of the path's template
 * @param headers by lower-case name
 * @param contentType in lower case and without parameters; empty if there is none
 */
public record Request(
        String id,
        String method,
        String path,
        Map<String, String> params,
        Map<String, String> query,
        Map<String, String> headers,
        String contentType,
        byte[] body) {}
