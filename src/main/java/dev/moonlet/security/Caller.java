package dev.moonlet.security;

import java.util.Set;

/**
 * Who makes a request. It is handed on explicitly, never looked up from a thread.
 *
 * @param name empty for the anonymous
 * @param scopes what the credentials grant, without Spring's prefixes: {@code hello:read}
 */
public record Caller(String name, Set<String> scopes) {

    public static final Caller ANONYMOUS = new Caller("", Set.of());

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public boolean anonymous() {
        return name.isEmpty();
    }
}
