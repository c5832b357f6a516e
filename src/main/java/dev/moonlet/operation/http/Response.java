package dev.moonlet.operation.http;

import java.util.List;

/**
 * What a server has answered, whatever its status.
 *
 * @param url the address that answered, behind all redirects
 * @param body decoded, where the client had asked for gzip itself
 */
public record Response(int status, String url, List<Header> headers, byte[] body) {}
