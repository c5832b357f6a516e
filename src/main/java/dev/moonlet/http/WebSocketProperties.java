package dev.moonlet.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What WebSockets may do.
 *
 * @param maxMessage The largest message that a client may send; a larger one closes its connection.
 * @param ping How often a client is asked whether it is there; it may be silent for twice that.
 * @param writeTimeout How long a client may take for what it is sent.
 */
@ConfigurationProperties("moonlet.http.websocket")
record WebSocketProperties(
        @DefaultValue("64KB") DataSize maxMessage,
        @DefaultValue("30s") Duration ping,
        @DefaultValue("10s") Duration writeTimeout) {

    WebSocketProperties {
        if (maxMessage.toBytes() < 1 || maxMessage.toBytes() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "moonlet.http.websocket.max-message has to be from 1 byte to 2047MB");
        }
        if (ping.toMillis() < 1 || writeTimeout.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "moonlet.http.websocket.ping and .write-timeout have to be 1ms at least");
        }
    }
}
