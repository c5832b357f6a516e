package dev.moonlet.operation.http;

import java.util.Optional;

/**
 * What of a server is asked for.
 *
 * @param path as it is sent; nothing if that is left to others
 * @param query likewise, without the question mark
 */
public record Place(Optional<String> path, Optional<String> query) {}
