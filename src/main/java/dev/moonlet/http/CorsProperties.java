package dev.moonlet.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.web.cors.CorsConfiguration;

/**
 * Whose pages may ask routes that say nothing of it themselves; nobody's, without origins.
 *
 * @param allowedOrigins Origins whose pages may ask: {@code https://app.example.com}, or {@code *}.
 * @param allowedOriginPatterns The same with stars in them: {@code https://*.example.com}.
 * @param allowedMethods Methods that they may use; those that the path answers, if there are none.
 * @param allowedHeaders Headers that they may send.
 * @param exposedHeaders Headers of answers that they may read beside the usual ones.
 * @param allowCredentials Whether browsers send cookies and credentials along.
 * @param maxAge How long browsers remember this.
 * @param bundle Whether a bundle may say it of its routes, by {@code x-cors}.
 */
record CorsProperties(
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue List<String> allowedOriginPatterns,
        @DefaultValue List<String> allowedMethods,
        @DefaultValue("*") List<String> allowedHeaders,
        @DefaultValue List<String> exposedHeaders,
        @DefaultValue("false") boolean allowCredentials,
        @DefaultValue("30m") Duration maxAge,
        @DefaultValue("true") boolean bundle) {

    /** What holds for routes that say nothing else. */
    Optional<CorsConfiguration> configuration() {
        return allowedOrigins.isEmpty() && allowedOriginPatterns.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new CorsRules(
                                        allowedOrigins,
                                        allowedOriginPatterns,
                                        allowedMethods,
                                        allowedHeaders,
                                        exposedHeaders,
                                        new CorsRules.Sharing(allowCredentials, maxAge))
                                .configuration());
    }
}
