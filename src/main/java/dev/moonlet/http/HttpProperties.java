package dev.moonlet.http;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the service keeps for itself at its edge.
 *
 * @param maxBody The largest request body that is read; a larger one is answered 413.
 * @param maxResponseHeaders What the headers of a handler's reply may take together; beyond it the
 *     handler has failed.
 * @param etag Which ETag replies to GET get that have none of their own, computed from their body.
 * @param cors Whose pages may ask routes that say nothing of it themselves.
 * @param maxParameters How many parameters a query, and how many fields a form may have; more are
 *     answered 413.
 * @param maxStream The largest body that a handler may read piece by piece (x-stream); a larger one
 *     is answered 413, or breaks off with an error.
 * @param readTimeout How long the body of a request may take that is read into memory; a slower one
 *     is answered 408.
 * @param writeTimeout How long a client may take nothing of its response; then it is dropped.
 * @param revisionHeader Whether each response of a route tells its revision (X-Moonlet-Revision).
 * @param maxUpload The largest form with files that is read; a larger one is answered 413.
 * @param checkResponses What becomes of a response that is not as the document promises: it is let
 *     through unseen (off), it is told to the log (log), or it is answered 500 instead (enforce).
 * @param reserved Paths that Spring serves, with all below them; every other path is the bundle's.
 */
@ConfigurationProperties("moonlet.http")
record HttpProperties(
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("8KB") DataSize maxResponseHeaders,
        @DefaultValue("off") ReplyTags etag,
        @DefaultValue @NestedConfigurationProperty CorsProperties cors,
        @DefaultValue("1000") int maxParameters,
        @DefaultValue("10MB") DataSize maxUpload,
        @DefaultValue("1GB") DataSize maxStream,
        @DefaultValue("30s") Duration readTimeout,
        @DefaultValue("10s") Duration writeTimeout,
        @DefaultValue("log") CheckReplies.Mode checkResponses,
        @DefaultValue("false") boolean revisionHeader,
        @DefaultValue({
                    "/actuator",
                    "/moonlet",
                    "/v3/api-docs",
                    "/v3/api-docs.yaml",
                    "/swagger-ui",
                    "/swagger-ui.html",
                    "/error"
                })
                List<String> reserved) {

    HttpProperties {
        if (maxBody.isNegative() || maxBody.toBytes() >= Integer.MAX_VALUE) {
            throw new IllegalArgumentException("moonlet.http.max-body has to be from 0 to 2047MB");
        }
        if (maxResponseHeaders.toBytes() < 0 || maxResponseHeaders.toMegabytes() >= 1) {
            throw new IllegalArgumentException(
                    "moonlet.http.max-response-headers has to be from 0 to 1023KB");
        }
        checkCors(cors);
        if (maxUpload.isNegative()) {
            throw new IllegalArgumentException("moonlet.http.max-upload has to be from 0 on");
        }
        if (maxStream.isNegative()) {
            throw new IllegalArgumentException("moonlet.http.max-stream has to be from 0 on");
        }
        if (maxParameters < 0) {
            throw new IllegalArgumentException("moonlet.http.max-parameters has to be from 0 on");
        }
        checkPositive("read-timeout", readTimeout);
        checkPositive("write-timeout", writeTimeout);
        for (String path : reserved) {
            if (!path.matches("(/[^/]+)+")) {
                throw new IllegalArgumentException(
                        "moonlet.http.reserved has '%s': a path is written /actuator"
                                .formatted(path));
            }
        }
    }

    private static void checkPositive(String name, Duration time) {
        if (time.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "moonlet.http.%s has to be longer than nothing".formatted(name));
        }
    }

    private static void checkCors(CorsProperties cors) {
        try {
            cors.configuration();
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("moonlet.http.cors: " + wrong.getMessage(), wrong);
        }
    }
}
