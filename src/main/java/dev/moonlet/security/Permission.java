package dev.moonlet.security;

/**
 * What an operation needs.
 *
 * @param action {@code db.query}, {@code http.request}
 * @param resource what it is done to: a table, a host, a key
 */
public record Permission(String action, String resource) {}
