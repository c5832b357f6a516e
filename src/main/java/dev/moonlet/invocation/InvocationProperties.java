package dev.moonlet.invocation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What invocations may do beyond their profile's limits.
 *
 * @param linger How long timers and coroutines may go on when the function that has begun them has
 *     returned.
 */
@ConfigurationProperties("moonlet.limits")
record InvocationProperties(@DefaultValue("10s") Duration linger) {

    InvocationProperties {
        if (linger.isNegative()) {
            throw new IllegalArgumentException("moonlet.limits.linger can't be negative");
        }
    }
}
