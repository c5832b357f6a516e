package dev.moonlet.security;

import java.util.Arrays;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** Who may ask for the paths that the service serves itself. */
public final class OwnPaths {

    /** The role that those paths ask for which not everybody may see. */
    public static final String OPERATOR = "operator";

    /** Git servers ask here, which sign what they send. */
    public static final String HOOK = "/moonlet/revisions/refresh";

    static final String[] OPEN = {
        "/actuator/health/**",
        "/actuator/info",
        "/actuator/prometheus",
        "/v3/api-docs/**",
        "/v3/api-docs.yaml",
        "/swagger-ui/**",
        "/swagger-ui.html",
        "/error"
    };

    static final String[] OPERATORS = {"/actuator/**", "/moonlet/**"};

    private OwnPaths() {}

    public static boolean areOpen(String path) {
        return matches(OPEN, path);
    }

    public static boolean areForOperators(String path) {
        return !areOpen(path) && matches(OPERATORS, path);
    }

    private static boolean matches(String[] patterns, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return Arrays.stream(patterns)
                .anyMatch(pattern ->
                        PathPatternParser.defaultInstance.parse(pattern).matches(parsed));
    }
}
