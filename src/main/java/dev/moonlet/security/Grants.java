package dev.moonlet.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What everybody may do who may call a route.
 *
 * @param grants Actions that are granted to every caller: {@code http.request}, {@code cache.*}, or
 *     {@code http.request api.example.com} for one resource.
 */
@ConfigurationProperties("moonlet.security")
record Grants(
        @DefaultValue({"http.request", "cache.*", "events.*", "actionbus.*", "api.*"})
                List<String> grants) {

    /** What says yes to all of them, and to nothing else. */
    Permissions permissions() {
        List<Grant> all = grants.stream().map(Grant::of).toList();
        return (_, permission) -> all.stream().anyMatch(grant -> grant.covers(permission));
    }
}
