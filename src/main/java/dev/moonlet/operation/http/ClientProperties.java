package dev.moonlet.operation.http;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What scripts may ask of other servers over HTTP.
 *
 * @param hosts Whom they may ask: api.example.com, *.example.com, host:port, or * for all; what is
 *     only matched by a * has to be at a public address. Nobody, unless it is set.
 * @param timeout How long a request may take with its redirects, if the script does not say.
 * @param connectTimeout How long a connection may take to be made.
 * @param size How large a response's body may be, decoded, if the script does not say.
 * @param maxSize What a script may raise that to; all responses of one call together have it.
 * @param idle How many connections are kept open that nobody uses.
 * @param keepAlive How long they are kept.
 * @param sslBundle Which of Spring's SSL bundles says whom to trust, and what to show those who ask
 *     for a certificate; the JDK's own trust, unless it is set.
 */
@ConfigurationProperties("moonlet.client")
record ClientProperties(
        @DefaultValue List<String> hosts,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("1MB") DataSize size,
        @DefaultValue("10MB") DataSize maxSize,
        @DefaultValue("100") int idle,
        @DefaultValue("1m") Duration keepAlive,
        @DefaultValue("") String sslBundle) {

    ClientProperties {
        check(timeout.isPositive(), "moonlet.client.timeout has to be longer than nothing");
        check(
                connectTimeout.isPositive(),
                "moonlet.client.connect-timeout has to be longer than nothing");
        check(!size.isNegative(), "moonlet.client.size can't be negative");
        check(
                maxSize.compareTo(size) >= 0 && maxSize.toBytes() < Integer.MAX_VALUE,
                "moonlet.client.max-size has to be from moonlet.client.size to 2047MB");
        check(idle >= 0, "moonlet.client.idle can't be negative");
        check(keepAlive.isPositive(), "moonlet.client.keep-alive has to be longer than nothing");
    }

    private static void check(boolean right, String message) {
        if (!right) {
            throw new IllegalArgumentException(message);
        }
    }
}
