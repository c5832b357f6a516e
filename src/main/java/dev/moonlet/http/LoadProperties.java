package dev.moonlet.http;

import dev.moonlet.lua.Limits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a bundle is loaded before it is served.
 *
 * @param loadTime How long loading the scripts of all handlers may take together.
 */
@ConfigurationProperties("moonlet.bundle")
record LoadProperties(@DefaultValue("60s") Duration loadTime) {

    LoadProperties {
        loadTime = Limits.finite(loadTime);
        if (!loadTime.isPositive()) {
            throw new IllegalArgumentException("moonlet.bundle.load-time must be positive");
        }
    }
}
