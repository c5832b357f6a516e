package dev.moonlet.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Another site's page has a browser ask, which sends an operator's password along. */
final class OtherSite {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private OtherSite() {}

    /** Whether it is so, of a request that may change something. */
    static boolean asks(HttpServletRequest request) {
        if (HARMLESS.contains(request.getMethod())) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !OWN.contains(site);
        }
        // Browsers say no more over plain HTTP.
        String origin = request.getHeader("Origin");
        return origin != null && !origin.endsWith("://" + request.getHeader("Host"));
    }
}
