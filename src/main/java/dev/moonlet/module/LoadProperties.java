package dev.moonlet.module;

import dev.moonlet.lua.Limits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is loaded of a bundle before it is served.
 *
 * @param loadTime How long that may take: the required parts of stages, and the scripts of all
 *     routes.
 */
@ConfigurationProperties("moonlet.bundle")
record LoadProperties(@DefaultValue("30s") Duration loadTime) {

    LoadProperties {
        loadTime = Limits.finite(loadTime);
        if (!loadTime.isPositive()) {
            throw new IllegalArgumentException(
                    "moonlet.bundle.load-time has to be longer than nothing");
        }
    }
}
