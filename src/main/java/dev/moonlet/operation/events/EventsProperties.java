package dev.moonlet.operation.events;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much waits for a listener that is slower than its events.
 *
 * @param maxUndelivered How many events wait; one more, and the oldest is dropped.
 * @param maxUndeliveredSize What their payloads may take together, and so what one may.
 */
@ConfigurationProperties("moonlet.events")
record EventsProperties(
        @DefaultValue("1000") int maxUndelivered,
        @DefaultValue("1MB") DataSize maxUndeliveredSize) {

    EventsProperties {
        if (maxUndelivered < 1) {
            throw new IllegalArgumentException("moonlet.events.max-undelivered has to be positive");
        }
        if (maxUndeliveredSize.toBytes() < 1) {
            throw new IllegalArgumentException(
                    "moonlet.events.max-undelivered-size has to be positive");
        }
    }
}
