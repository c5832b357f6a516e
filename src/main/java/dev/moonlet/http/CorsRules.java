package dev.moonlet.http;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.web.cors.CorsConfiguration;

/**
 * Whose pages may ask and read what a route answers.
 *
 * @param methods those of the path, if there are none
 */
record CorsRules(
        List<String> origins,
        List<String> originPatterns,
        List<String> methods,
        List<String> headers,
        List<String> exposedHeaders,
        Sharing sharing) {

    private static final Pattern ORIGIN =
            Pattern.compile("\\*|[a-z][a-z0-9+.-]*://[^/?#\\s*]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern METHOD = Pattern.compile("[A-Z]+");

    /**
     * What browsers do with an answer.
     *
     * @param credentials whether cookies and credentials are sent along
     * @param maxAge how long browsers remember whom these rules let ask
     */
    record Sharing(boolean credentials, Duration maxAge) {}

    /**
     * The same for Spring.
     *
     * @throws IllegalArgumentException if that would not do what it says
     */
    CorsConfiguration configuration() {
        for (String origin : origins) {
            check(
                    ORIGIN.matcher(origin).matches(),
                    "'%s' is no origin: write https://app.example.com, or *".formatted(origin));
        }
        for (String method : methods) {
            check(METHOD.matcher(method).matches(), "'%s' is no method".formatted(method));
        }
        boolean anybody = origins.contains("*") || originPatterns.contains("*");
        check(
                !(anybody && sharing.credentials()),
                "credentials are not sent to everybody's pages: name the origins instead of *");
        CorsConfiguration configuration = new CorsConfiguration();
        configuration.setAllowedOrigins(origins);
        configuration.setAllowedOriginPatterns(originPatterns);
        configuration.setAllowedMethods(methods.isEmpty() ? null : methods);
        configuration.setAllowedHeaders(headers);
        configuration.setExposedHeaders(exposedHeaders);
        configuration.setAllowCredentials(sharing.credentials());
        configuration.setMaxAge(sharing.maxAge());
        return configuration;
    }

    private static void check(boolean fits, String otherwise) {
        if (!fits) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
